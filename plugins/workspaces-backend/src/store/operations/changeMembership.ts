import type { Knex } from 'knex';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { changeWorkspace } from './changeWorkspace';

/**
 * Changes who belongs to a workspace: a new revision and generation, due now, so that the change itself gives and
 * takes access. `change` writes rows and answers what else of the workspace it sets. False: stale revision, being
 * deleted, or gone.
 */
export async function changeMembership(
  database: StoreDatabase,
  uid: string,
  revision: number,
  change: (
    transaction: Knex.Transaction,
  ) => Promise<Partial<Pick<WorkspaceRow, 'owner'>>>,
): Promise<boolean> {
  return changeWorkspace(database, uid, async (workspace, transaction) => {
    if (
      workspace.revision !== revision ||
      workspace.isDefault ||
      workspace.deletionRequestedAt
    ) {
      return { set: undefined, restart: false };
    }
    return {
      restart: true,
      set: {
        ...(await change(transaction)),
        revision: revision + 1,
        generation: workspace.generation + 1,
        updated_at: database.now(),
      },
    };
  });
}
