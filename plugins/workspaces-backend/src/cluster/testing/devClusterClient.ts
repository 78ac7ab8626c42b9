import type { DevCluster } from '@team-workspaces/dev-cluster';
import type { ClusterDefinition } from '@team-workspaces/backstage-plugin-workspaces-node';
import { openConnection } from '../connection';
import { KubernetesClusterClient } from '../KubernetesClusterClient';

/** The definition of a development cluster for somebody's token. */
export function devClusterDefinition(
  cluster: DevCluster,
  token = cluster.adminToken,
): ClusterDefinition {
  const { url, caData } = cluster;
  return { name: 'dev', connection: { type: 'token', url, caData, token } };
}

/** A client of a development cluster, the same as the registry makes. */
export async function devClusterClient(
  cluster: DevCluster,
  token?: string,
): Promise<KubernetesClusterClient> {
  const definition = devClusterDefinition(cluster, token);
  const endpoint = await openConnection({
    cluster: definition,
    awsCredentialsManager: () => {
      throw new Error('There is no AWS in a development cluster');
    },
  });
  return new KubernetesClusterClient({ name: definition.name, endpoint });
}
