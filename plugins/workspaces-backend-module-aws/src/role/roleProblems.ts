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

/** A policy would not keep workspaces apart. */
export function isolationViolated(role: string, proof: IamProof): Problem {
  const [example] = proof.counterexamples;
  const request = Object.entries(example?.request ?? {})
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
  return {
    reason: 'IsolationViolated',
    message: `${proof.message}${
      example
        ? ` ${example.title}: ${request} would be ${
            example.decided === 'allow' ? 'allowed' : 'denied'
          }${example.statement ? ` by ${example.statement}` : ''}.`
        : ''
    }`,
    hint: `Take the statement out of role ${role}, or out of the configuration; nothing is written until then.`,
  };
}
