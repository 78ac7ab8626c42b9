import type { ResourceType } from '../api/ResourceType';
import type {
  KubernetesObject,
  OwnerReference,
} from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { deleteObject } from '../operations/deleteObject';
import { updateObject } from '../operations/updateObject';
import type { StoredEvent } from '../storage/EventHistory';
import { controllerManager, type Controller } from './Controller';

interface Dependent {
  readonly table: string;
  readonly namespace: string;
  readonly name: string;
}

const keyOf = ({ table, namespace, name }: Dependent) =>
  `${table}/${namespace}/${name}`;

/** Deletes objects whose owner is gone, and lets owners go that wait for that. */
export class GarbageCollector implements Controller {
  readonly #cluster: ClusterState;
  /** Objects by the UID of each of their owners. */
  readonly #dependents = new Map<string, Map<string, Dependent>>();

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object, previous }: StoredEvent): void {
    const { namespace = '', name, ownerReferences = [] } = object.metadata;
    const dependent = { table, namespace, name };
    for (const { uid } of previous?.metadata.ownerReferences ?? []) {
      this.#dependents.get(uid)?.delete(keyOf(dependent));
    }
    if (type !== 'DELETED') {
      for (const { uid } of ownerReferences) {
        const known = this.#dependents.get(uid) ?? new Map();
        this.#dependents.set(uid, known.set(keyOf(dependent), dependent));
      }
      this.#finalize(table, object);
      return;
    }
    const { uid = '' } = object.metadata;
    this.#release(uid, dependents => this.#collect(dependents, uid));
    this.#dependents.delete(uid);
    for (const owner of ownerReferences) this.#retry(namespace, owner);
  }

  /** Does what an owner that is being deleted waits for. */
  #finalize(table: string, owner: KubernetesObject): void {
    const { deletionTimestamp, finalizers = [], uid = '' } = owner.metadata;
    if (!deletionTimestamp) return;
    if (finalizers.includes('orphan')) {
      this.#release(uid, dependent => this.#orphan(dependent, uid));
      this.#removeFinalizer(table, owner, 'orphan');
    }
    if (finalizers.includes('foregroundDeletion')) {
      this.#release(uid, dependent => this.#collect(dependent, uid));
      const waiting = [...(this.#dependents.get(uid)?.values() ?? [])].some(
        dependent => this.#find(dependent),
      );
      if (!waiting) this.#removeFinalizer(table, owner, 'foregroundDeletion');
    }
  }

  /** A dependent is gone: its owner may have waited for it. */
  #retry(namespace: string, reference: OwnerReference): void {
    const [group, version] = reference.apiVersion.includes('/')
      ? reference.apiVersion.split('/')
      : ['', reference.apiVersion];
    const type = this.#cluster.resources
      .all()
      .find(
        candidate =>
          candidate.group === group &&
          candidate.version === version &&
          candidate.kind === reference.kind,
      );
    if (!type) return;
    const scope = type.namespaced ? namespace : '';
    const owner = this.#cluster.store.get(type, scope, reference.name);
    if (owner) this.#finalize(`${type.group}/${type.resource}`, owner);
  }

  #release(uid: string, release: (dependent: Dependent) => void): void {
    for (const dependent of [...(this.#dependents.get(uid)?.values() ?? [])]) {
      release(dependent);
    }
  }

  #typeOf(table: string): ResourceType | undefined {
    const [group, resource] = table.split('/');
    return this.#cluster.resources.findAnyVersion(group, resource);
  }

  #find({ table, namespace, name }: Dependent) {
    const type = this.#typeOf(table);
    return type && this.#cluster.store.get(type, namespace, name);
  }

  #collect(dependent: Dependent, uid: string): void {
    const type = this.#typeOf(dependent.table);
    const object = this.#find(dependent);
    if (!type || !object) return;
    const others = object.metadata.ownerReferences?.filter(
      owner => owner.uid !== uid,
    );
    if (others?.length) this.#orphan(dependent, uid);
    else deleteObject({ cluster: this.#cluster, type, object });
  }

  #orphan(dependent: Dependent, uid: string): void {
    const object = this.#find(dependent);
    if (!object) return;
    const { ownerReferences = [], ...metadata } = object.metadata;
    const kept = ownerReferences.filter(owner => owner.uid !== uid);
    this.#update(dependent.table, object, {
      ...metadata,
      ...(kept.length && { ownerReferences: kept }),
    });
  }

  #removeFinalizer(
    table: string,
    object: KubernetesObject,
    finalizer: string,
  ): void {
    const { finalizers = [], ...metadata } = object.metadata;
    const kept = finalizers.filter(other => other !== finalizer);
    this.#update(table, object, {
      ...metadata,
      ...(kept.length && { finalizers: kept }),
    });
  }

  #update(
    table: string,
    live: KubernetesObject,
    metadata: KubernetesObject['metadata'],
  ): void {
    const type = this.#typeOf(table);
    if (!type) return;
    updateObject({
      cluster: this.#cluster,
      type,
      live,
      object: { ...live, metadata },
      writer: {
        manager: controllerManager,
        operation: 'Update',
        apiVersion: live.apiVersion,
      },
    });
  }
}
