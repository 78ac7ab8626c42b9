import { builtIn } from '../api/ResourceRegistry';
import { forbidden, notFound } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import type { ClusterState } from './ClusterState';

const namespaces = builtIn('', 'namespaces');

/** Refuses new objects in namespaces that are missing or on their way out. */
export function requireActiveNamespace(options: {
  cluster: ClusterState;
  type: ResourceType;
  namespace: string;
  name: string;
}): void {
  const { cluster, type, namespace, name } = options;
  if (!type.namespaced) return;
  const found = cluster.store.get(namespaces, '', namespace);
  if (!found) throw notFound(namespaces, namespace);
  if (!found.metadata.deletionTimestamp) return;
  throw forbidden({
    type,
    name,
    message: `unable to create new content in namespace ${namespace} because it is being terminated`,
    causes: [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  });
}
