import type { Config } from '@backstage/config';
import { assertKnownKeys } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { PodIdentityInput } from '../policies';
import { readRequired } from './configProblems';

/** Reads `podIdentity`: the EKS cluster whose Pod Identity agent may hand out roles. */
export function readPodIdentity(
  config: Config,
  path: string,
  place: {
    readonly partition: string;
    readonly account: string;
    readonly region: string;
  },
): PodIdentityInput | undefined {
  const section = config.getOptionalConfig('podIdentity');
  if (!section) {
    return undefined;
  }
  const at = `${path}.podIdentity`;
  assertKnownKeys(section, at, ['clusterName', 'serviceAccount']);
  const clusterName = readRequired(section, at, 'clusterName');
  const { partition, account, region } = place;
  return {
    clusterName,
    clusterArn: `arn:${partition}:eks:${region}:${account}:cluster/${clusterName}`,
    serviceAccount: section.getOptionalString('serviceAccount'),
  };
}
