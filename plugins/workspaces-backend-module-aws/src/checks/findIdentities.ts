import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type SessionIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Our ServiceAccounts of people in some namespaces; none when the cluster does not answer, which the checks say. */
export async function findIdentities(
  cluster: Promise<ClusterClient>,
  namespaces: readonly string[],
): Promise<SessionIdentity[]> {
  try {
    const client = await cluster;
    const lists = await Promise.all(
      namespaces.map(namespace =>
        client.list(
          { apiVersion: 'v1', kind: 'ServiceAccount' },
          { namespace, labelSelector: `${MANAGED_BY_LABEL}=${MANAGED_BY}` },
        ),
      ),
    );
    return lists.flatMap(({ items }) =>
      items
        .filter(({ metadata }) => metadata.name.startsWith('user-'))
        .map(({ metadata: { namespace = '', name } }) => ({
          namespace,
          serviceAccount: name,
        })),
    );
  } catch (error) {
    if (error instanceof ClusterError) {
      return [];
    }
    throw error;
  }
}
