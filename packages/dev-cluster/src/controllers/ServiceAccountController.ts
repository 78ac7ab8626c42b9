import { builtIn } from '../api/ResourceRegistry';
import type { ClusterState } from '../operations/ClusterState';
import { createObject } from '../operations/createObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import type { Controller } from './Controller';

const namespaces = builtIn('', 'namespaces');
const serviceAccounts = builtIn('', 'serviceaccounts');

/** Gives every namespace its `default` ServiceAccount, also after somebody deleted it. */
export class ServiceAccountController implements Controller {
  readonly #cluster: ClusterState;

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object }: StoredEvent): void {
    if (table === tableName(namespaces) && type === 'ADDED') {
      this.#ensure(object.metadata.name);
    }
    if (table === tableName(serviceAccounts) && type === 'DELETED') {
      this.#ensure(object.metadata.namespace ?? '');
    }
  }

  #ensure(namespace: string): void {
    const { store } = this.#cluster;
    const found = store.get(namespaces, '', namespace);
    if (!found || found.metadata.deletionTimestamp) return;
    if (store.get(serviceAccounts, namespace, 'default')) return;
    createObject({
      cluster: this.#cluster,
      type: serviceAccounts,
      object: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace },
      },
      writer: {
        manager: 'kube-controller-manager',
        operation: 'Update',
        apiVersion: 'v1',
      },
    });
  }
}
