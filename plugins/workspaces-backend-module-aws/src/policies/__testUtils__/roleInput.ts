import type { RolePolicyInput } from '../RolePolicyInput';

/** A workspace as it is configured most, with a key and the shared catalog. */
export function roleInput(
  workspaceId = 'team-a',
  changes: Partial<RolePolicyInput> = {},
): RolePolicyInput {
  return {
    workspaceId,
    namespaces: ['notebooks', 'drls-clusters', 'drls-pipelines'].map(
      suffix => `${workspaceId}-${suffix}`,
    ),
    partition: 'aws',
    account: '123456789012',
    region: 'eu-west-1',
    oidcProvider:
      'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    bucket: 'team-data',
    glue: true,
    kmsKeyArn:
      'arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef',
    ...changes,
  };
}

/** EKS Pod Identity of the cluster `drls`. */
export const POD_IDENTITY = {
  clusterName: 'drls',
  clusterArn: 'arn:aws:eks:eu-west-1:123456789012:cluster/drls',
};
