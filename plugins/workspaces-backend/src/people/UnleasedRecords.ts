import type {
  ObjectIdentity,
  ObjectRecord,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { PlanningRecords } from '../reconciler/planner/PlanningRecords';

/**
 * Records for writes without a lease on the workspace: kept in memory only. The next pass finds the objects by their
 * labels and records them.
 */
export class UnleasedRecords extends PlanningRecords {
  override async put(records: readonly ObjectRecord[] = []): Promise<void> {
    this.assume(records);
  }

  override async remove(
    _records: readonly ObjectIdentity[] = [],
  ): Promise<void> {}
}
