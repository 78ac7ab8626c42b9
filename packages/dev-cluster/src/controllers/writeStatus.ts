import type { JsonObject } from '@backstage/types';
import { apiVersionOf, type ResourceType } from '../api/ResourceType';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { updateObject } from '../operations/updateObject';
import { controllerManager } from './Controller';

/** Sets the status of an object as it is stored now; nothing is written when it is the same. */
export function writeStatus(options: {
  cluster: ClusterState;
  type: ResourceType;
  object: KubernetesObject;
  status: JsonObject;
}): void {
  const { cluster, type, object, status } = options;
  const { namespace = '', name } = object.metadata;
  const live = cluster.store.get(type, namespace, name);
  if (!live) return;
  updateObject({
    cluster,
    type,
    live,
    object: { ...live, status },
    subresource: 'status',
    writer: {
      manager: controllerManager,
      operation: 'Update',
      apiVersion: apiVersionOf(type),
      subresource: 'status',
    },
  });
}
