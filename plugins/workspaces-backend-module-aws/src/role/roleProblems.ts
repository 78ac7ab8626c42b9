import type {
  IamProof,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AwsRole } from '../client';

/** A role of that name is there, and we did not make it for this workspace. */
export function notOurs({ arn }: Pick<AwsRole, 'arn'>): Problem {
  return {
    reason: 'RoleNotOurs',
    message: `${arn} exists and was not made for this workspace. It is neither changed nor deleted.`,
    hint: 'Delete or rename that role, choose another roleNamePattern, or choose mode external with its ARN.',
  };
}

/** A role cannot be moved to another path. */
export function elsewhere(live: Pick<AwsRole, 'arn'>, wanted: string): Problem {
  return {
    reason: 'AwsInvalid',
    message: `The role of the workspace is ${live.arn}; ${wanted} is configured, and roles cannot be moved.`,
    hint: 'Set rolePath back, or delete the role so that it is made again at the new path.',
  };
}

/** The mode of the workspace is not one that its cluster has. */
export function modeUnavailable(cluster: string): Problem {
  return {
    reason: 'IamModeUnavailable',
    message: `Roles are not managed for cluster ${cluster}: workspaces.aws.clusters.${cluster} does not have mode managed.`,
    hint: 'Add the mode to the configuration again, or choose another one for the workspace.',
  };
}

/**
 * What of a proof keeps policies from being written: that somebody gets what is not theirs. What the workspace itself
 * may not do, such as by a Deny of somebody else, harms nobody.
 */
export function findViolation(
  role: string,
  proof: IamProof,
): Problem | undefined {
  const [example] = proof.counterexamples.filter(
    ({ expected }) => expected === 'deny',
  );
  if (!example) {
    return undefined;
  }
  const request = Object.entries(example.request)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
  const by = example.statement ? ` by statement ${example.statement}` : '';
  return {
    reason: 'IsolationViolated',
    message: `Role ${role} would not keep workspaces apart. ${example.title}: ${request} would be allowed${by}.`,
    hint: 'Take the statement out of the role, or out of the configuration; nothing is written until then.',
  };
}
