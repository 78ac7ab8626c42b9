/** The account of the portal; also the access key of its root in the emulator. */
export const AWS_ACCOUNT = '123456789012';

/** Bucket in which each workspace has a prefix. */
export const AWS_BUCKET = 'team-workspaces-data';

/** Issuer of the cluster's tokens, without scheme. */
export const OIDC_PROVIDER = 'oidc.eks.us-west-2.amazonaws.com/id/EXAMPLE';

/** Name of the policy that bounds roles of the portal. */
export const BOUNDARY = 'team-workspaces-boundary';

/** Name of the simulated cluster of a development portal. */
const CLUSTER = 'dev-cluster';

/** Configuration that gives the simulated cluster of a portal an AWS side, which an emulator stands for. */
export function awsConfiguration(endpoint: string): Record<string, unknown> {
  return {
    aws: {
      accounts: [
        {
          accountId: AWS_ACCOUNT,
          accessKeyId: AWS_ACCOUNT,
          secretAccessKey: 'any',
        },
      ],
    },
    workspaces_aws: {
      clusters: {
        [CLUSTER]: {
          account: AWS_ACCOUNT,
          region: 'us-west-2',
          oidcProvider: OIDC_PROVIDER,
          bucket: AWS_BUCKET,
          modes: ['external', 'managed'],
          permissionsBoundary: `arn:aws:iam::${AWS_ACCOUNT}:policy/${BOUNDARY}`,
          endpoint,
        },
      },
    },
  };
}
