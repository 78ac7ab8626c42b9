import { builtIn } from '../api/ResourceRegistry';
import type { ResourceType } from '../api/ResourceType';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { createObject } from '../operations/createObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import { controllerManager, type Controller } from './Controller';

const namespaces = builtIn('', 'namespaces');

/** What every namespace has from the start. */
const furniture: readonly {
  readonly type: ResourceType;
  readonly content: Omit<KubernetesObject, 'metadata'>;
  readonly name: string;
}[] = [
  {
    type: builtIn('', 'serviceaccounts'),
    name: 'default',
    content: { apiVersion: 'v1', kind: 'ServiceAccount' },
  },
  {
    type: builtIn('', 'configmaps'),
    name: 'kube-root-ca.crt',
    content: { apiVersion: 'v1', kind: 'ConfigMap', data: { 'ca.crt': '' } },
  },
];

/** Gives every namespace its furniture, also after somebody deleted it. */
export class NamespaceFurnitureController implements Controller {
  readonly #cluster: ClusterState;

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object }: StoredEvent): void {
    if (table === tableName(namespaces) && type === 'ADDED') {
      this.#furnish(object.metadata.name);
    }
    const isFurniture = furniture.some(
      item =>
        table === tableName(item.type) && object.metadata.name === item.name,
    );
    if (type === 'DELETED' && isFurniture) {
      this.#furnish(object.metadata.namespace ?? '');
    }
  }

  #furnish(namespace: string): void {
    const { store } = this.#cluster;
    const found = store.get(namespaces, '', namespace);
    if (!found || found.metadata.deletionTimestamp) return;
    for (const { type, name, content } of furniture) {
      if (store.get(type, namespace, name)) continue;
      createObject({
        cluster: this.#cluster,
        type,
        object: {
          ...content,
          metadata: { name, namespace },
        } as KubernetesObject,
        writer: {
          manager: controllerManager,
          operation: 'Update',
          apiVersion: 'v1',
        },
      });
    }
  }
}
