import type {
  ObjectRecord,
  PlannedChange,
  StepContext,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RoleClient } from '../client';
import type { AwsClusterConfig } from '../config';
import { workspacePrefix } from '../policies';
import { roleIdentity } from './DesiredRole';
import { toDeletion } from './roleChanges';
import { isOwn } from './roleTags';

/** What removal deletes, and what stays. Throws an AwsError. */
export async function planRoleRemoval(options: {
  readonly step: string;
  readonly context: Pick<StepContext, 'workspace' | 'signal'>;
  readonly config: AwsClusterConfig | undefined;
  readonly client: RoleClient | undefined;
  readonly recorded: readonly ObjectRecord[];
}): Promise<StepPlan> {
  const { step, context, config, client, recorded } = options;
  const { workspace, signal } = context;
  const leftBehind: string[] = [];
  const changes: PlannedChange[] = [];
  const names = new Set(recorded.map(({ name }) => name));
  if (config && workspace.iam.mode === 'managed') {
    names.add(roleIdentity(config, workspace).name);
  }
  for (const name of names) {
    const role = await client?.getRole(name, { signal });
    if (!client) {
      leftBehind.push(
        `Role ${name} stays: cluster ${workspace.cluster} is not in workspaces.aws any more.`,
      );
    } else if (role && isOwn(role, workspace)) {
      changes.push(toDeletion(step, { name, uid: role.id }));
    } else if (role) {
      leftBehind.push(`${role.arn} stays: it was not made for this workspace.`);
    }
  }
  if (workspace.iam.mode === 'external' && workspace.iam.roleArn) {
    leftBehind.push(
      `${workspace.iam.roleArn} stays: it was set by hand, and whoever made it can delete it.`,
    );
  }
  if (config && workspace.iam.mode !== 'none') {
    leftBehind.push(
      `The objects under s3://${config.bucket}/${workspacePrefix(
        workspace.id,
      )} stay. Another workspace of this id would find them.`,
    );
  }
  return { changes, problems: [], total: changes.length, leftBehind };
}
