import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import { InvalidPolicyInput } from '../policies';
import { parseRoleArn, type RoleArn } from '../names';
import { roleIdentity } from '../role/DesiredRole';

/** Which role a workspace has by its settings; undefined for none. */
export function roleArnOf(
  config: AwsClusterConfig | undefined,
  { id, iam }: Pick<Workspace, 'id' | 'iam'>,
): string | undefined {
  switch (iam.mode) {
    case 'managed':
      // By the present configuration, whatever it was when the mode was chosen.
      return config ? roleIdentity(config, { id }).arn : iam.roleArn;
    case 'external':
      return iam.roleArn;
    default:
      return undefined;
  }
}

/** The parts of an ARN; undefined when it is none of a role. */
export function tryParseRoleArn(arn: string): RoleArn | undefined {
  try {
    return parseRoleArn(arn);
  } catch (error) {
    if (error instanceof InvalidPolicyInput) {
      return undefined;
    }
    throw error;
  }
}

/** Whether two ARNs are of one role: AWS tells names apart neither by case nor by path. */
export function sameRole(one: RoleArn, other: RoleArn): boolean {
  return (
    one.partition === other.partition &&
    one.account === other.account &&
    one.name.toLowerCase() === other.name.toLowerCase()
  );
}
