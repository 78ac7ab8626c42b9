import type { HealthCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import { AwsError, type AwsClients } from '../client';
import type { AwsClusterConfig } from '../config';

/** Whether EKS answers for each cluster with Pod Identity whose roles we keep. */
export async function podIdentityHealth(options: {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly accounts: AwsClients;
}): Promise<HealthCheck[]> {
  const { clusters, accounts } = options;
  return Promise.all(
    [...clusters.values()].flatMap(config =>
      config.podIdentity && config.modes.includes('managed')
        ? [look(config, config.podIdentity.clusterName, accounts)]
        : [],
    ),
  );
}

async function look(
  config: AwsClusterConfig,
  clusterName: string,
  accounts: AwsClients,
): Promise<HealthCheck> {
  const name = `EKS cluster ${clusterName} (cluster ${config.cluster})`;
  try {
    // Of any namespace: what counts is that the cluster is there, and that we may ask.
    await accounts
      .associations(config)
      .list({ clusterName, namespace: 'kube-system' });
    return {
      name,
      status: 'ok',
      message: 'It tells its Pod Identity associations.',
    };
  } catch (error) {
    if (error instanceof AwsError) {
      const { message, hint } = error;
      return {
        name,
        status: 'failed',
        message,
        ...(hint !== undefined && { hint }),
      };
    }
    throw error;
  }
}
