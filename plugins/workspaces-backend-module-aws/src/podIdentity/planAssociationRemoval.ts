import type {
  ObjectRecord,
  PlannedChange,
  StepContext,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AssociationClient } from '../client';
import { isOwn } from '../role/roleTags';
import type { AssociationPlanner } from './AssociationPlanner';
import { associationIdentity, placeOf } from './associationRecords';
import type { DesiredAssociation } from './DesiredAssociation';
import { findUnlessClusterIsGone } from './findAssociation';

/** What removal deletes, and what stays. Throws an AwsError. */
export async function planAssociationRemoval(options: {
  readonly planner: AssociationPlanner;
  readonly context: Pick<StepContext, 'workspace' | 'signal' | 'records'>;
  /** Undefined when the cluster has no AWS side any more. */
  readonly client: AssociationClient | undefined;
  readonly wanted: readonly DesiredAssociation[];
  readonly recorded: readonly ObjectRecord[];
}): Promise<StepPlan> {
  const { planner, context, client, wanted, recorded } = options;
  const { workspace, records, signal } = context;
  const changes: PlannedChange[] = [];
  const leftBehind: string[] = [];
  // One that was made by a pass that was cut is found by where it would be.
  const places = [
    ...recorded.map(placeOf),
    ...wanted.filter(desired => !records.find(associationIdentity(desired))),
  ];
  for (const place of places) {
    const { clusterName, namespace, serviceAccount } = place;
    const record = records.find(associationIdentity(place));
    const live =
      client && (await findUnlessClusterIsGone(client, place, record, signal));
    if (!client) {
      leftBehind.push(
        `The association of ${namespace}/${serviceAccount} in EKS cluster ${clusterName} stays: cluster ${workspace.cluster} is not in workspaces.aws any more.`,
      );
    } else if (live && isOwn(live, workspace)) {
      changes.push(planner.toDeletion(place, live));
    } else if (live) {
      leftBehind.push(`${live.arn} stays: it was not made for this workspace.`);
    }
  }
  return { changes, problems: [], total: changes.length, leftBehind };
}
