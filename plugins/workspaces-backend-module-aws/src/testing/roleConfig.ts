import type { AwsClusterConfig } from '../config';

/** The account of tests. */
export const TEST_ACCOUNT = '123456789012';

/** The AWS side of cluster `local`, for tests. */
export function roleConfig(
  overrides: Partial<AwsClusterConfig> = {},
): AwsClusterConfig {
  return {
    cluster: 'local',
    partition: 'aws',
    account: TEST_ACCOUNT,
    region: 'eu-west-1',
    oidcProvider:
      'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    bucket: 'team-data',
    modes: ['external', 'managed', 'none'],
    roleNamePattern: 'drls-workspace-{id}',
    rolePath: '/team-workspaces/',
    permissionsBoundary: `arn:aws:iam::${TEST_ACCOUNT}:policy/team-workspaces`,
    tags: { 'cost-centre': '42' },
    glue: false,
    extraPrefixes: [],
    ...overrides,
  };
}
