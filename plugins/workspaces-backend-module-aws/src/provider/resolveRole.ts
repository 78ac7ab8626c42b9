import type {
  IamSettings,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  IamNeighbour,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import { parseRoleArn, type RoleArn } from '../names';
import { InvalidPolicyInput } from '../policies';
import { roleArnOf, sameRole, tryParseRoleArn } from './roleOf';

/** What came of the ARN that somebody chose. */
export type ResolvedArn =
  | { readonly arn: RoleArn; readonly problem?: undefined }
  | { readonly problem: Problem };

/** Checks everything about an ARN that can be told without asking AWS. */
export function resolveExternalArn(options: {
  readonly config: AwsClusterConfig | undefined;
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly workspace: Workspace;
  readonly neighbours: readonly IamNeighbour[];
  readonly wanted: IamSettings;
}): ResolvedArn {
  const { config, clusters, workspace, neighbours, wanted } = options;
  let arn: RoleArn;
  try {
    arn = parseRoleArn(wanted.roleArn ?? '');
  } catch (error) {
    if (error instanceof InvalidPolicyInput) {
      return invalid(error.message);
    }
    throw error;
  }
  if (arn.path.startsWith('/aws-service-role/')) {
    return invalid('Roles of AWS services cannot be assumed by sessions.');
  }
  if (config && arn.partition !== config.partition) {
    return invalid(
      `It is of partition ${arn.partition}; the cluster is in ${config.partition}.`,
    );
  }
  if (config && arn.account !== config.account) {
    return invalid(
      `It is of account ${arn.account}; roles of cluster ${config.cluster} are in ${config.account}.`,
    );
  }
  const managed =
    config?.modes.includes('managed') &&
    roleArnOf(config, { id: workspace.id, iam: { mode: 'managed' } });
  if (managed && isRole(managed, arn)) {
    return invalid(
      'It is the role that this portal keeps; choose mode managed.',
    );
  }
  const owner = neighbours.find(neighbour => {
    const side = clusters.get(neighbour.cluster);
    const other = roleArnOf(side, neighbour);
    return other !== undefined && isRole(other, arn);
  });
  return owner ? taken() : { arn };
}

function isRole(arn: string, other: RoleArn): boolean {
  const parsed = tryParseRoleArn(arn);
  return parsed !== undefined && sameRole(parsed, other);
}

function invalid(message: string): ResolvedArn {
  return {
    problem: {
      reason: 'InvalidRoleArn',
      message: `The ARN cannot be used. ${message}`,
      hint: 'Copy the ARN from the output of templates/workspace-iam, or from the IAM console.',
    },
  };
}

/** Does not say whose it is: the caller may not see that workspace. */
function taken(): ResolvedArn {
  return {
    problem: {
      reason: 'RoleArnTaken',
      message: 'Another workspace has that role.',
      hint: 'Make a role of its own for this workspace: with a shared one, each could read the data of the other.',
    },
  };
}
