import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import type { RolePolicyInput } from '../policies';

/** What the policies of a workspace's role are rendered from. */
export function policyInput(
  config: AwsClusterConfig,
  workspace: Pick<Workspace, 'id' | 'namespaces'>,
): RolePolicyInput {
  const { partition, account, region, oidcProvider, bucket, glue } = config;
  return {
    workspaceId: workspace.id,
    namespaces: workspace.namespaces.map(({ name }) => name),
    partition,
    account,
    region,
    oidcProvider,
    bucket,
    glue,
    kmsKeyArn: config.kmsKeyArn,
    extraPrefixes: config.extraPrefixes,
    podIdentity: config.podIdentity,
  };
}
