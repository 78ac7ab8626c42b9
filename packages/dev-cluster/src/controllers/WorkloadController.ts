import { builtIn } from '../api/ResourceRegistry';
import type { ResourceType } from '../api/ResourceType';
import { StatusError } from '../api/StatusError';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { createObject } from '../operations/createObject';
import { deleteObject } from '../operations/deleteObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import { controllerManager, type Controller } from './Controller';
import { claimsFor, podFor, revisionLabel } from './workloadPods';
import { workloadStatus } from './workloadStatus';
import { writeStatus } from './writeStatus';

const workloads = [
  builtIn('apps', 'statefulsets'),
  builtIn('apps', 'deployments'),
];
const pods = builtIn('', 'pods');
const claims = builtIn('', 'persistentvolumeclaims');
const serviceAccounts = builtIn('', 'serviceaccounts');

const watchedTables = [...workloads, pods, serviceAccounts].map(tableName);

const writer = {
  manager: controllerManager,
  operation: 'Update',
  apiVersion: 'v1',
} as const;

/** Gives StatefulSets and Deployments their pods; a Deployment owns them without a ReplicaSet. */
export class WorkloadController implements Controller {
  readonly #cluster: ClusterState;
  /** Namespaces in which something changed that workloads depend on. */
  readonly #changed = new Set<string>();

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, object }: StoredEvent): void {
    if (watchedTables.includes(table)) {
      this.#changed.add(object.metadata.namespace ?? '');
    }
  }

  reconcile(): void {
    const namespaces = [...this.#changed];
    this.#changed.clear();
    for (const namespace of namespaces) {
      for (const type of workloads) {
        for (const workload of this.#cluster.store.list(type, { namespace })) {
          if (!workload.metadata.deletionTimestamp) {
            this.#reconcileOne(type, workload);
          }
        }
      }
    }
  }

  #reconcileOne(type: ResourceType, workload: KubernetesObject): void {
    const cluster = this.#cluster;
    const [label, revision] = revisionLabel(type, workload);
    const wanted = Number(objectField(workload, 'spec').replicas ?? 1);
    const current: KubernetesObject[] = [];
    for (const object of this.#podsOf(workload)) {
      const upToDate = object.metadata.labels?.[label] === revision;
      if (upToDate && current.length < wanted) current.push(object);
      else deleteObject({ cluster, type: pods, object });
    }
    try {
      this.#add(type, workload, wanted - current.length);
    } catch (error) {
      // A refused pod is tried again when its namespace changes, as by a new ServiceAccount.
      if (!(error instanceof StatusError)) throw error;
    }
    const now = this.#podsOf(workload);
    const status = workloadStatus(type, workload, now);
    writeStatus({ cluster, type, object: workload, status });
  }

  #podsOf({ metadata }: KubernetesObject): KubernetesObject[] {
    return this.#cluster.store
      .list(pods, { namespace: metadata.namespace })
      .filter(pod =>
        pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
      );
  }

  #add(type: ResourceType, workload: KubernetesObject, count: number): void {
    const cluster = this.#cluster;
    const { namespace = '', name } = workload.metadata;
    for (let ordinal = 0, added = 0; added < count; ordinal += 1) {
      const podName =
        type.kind === 'StatefulSet' ? `${name}-${ordinal}` : undefined;
      if (podName && cluster.store.get(pods, namespace, podName)) continue;
      for (const object of podName ? claimsFor(workload, podName) : []) {
        if (!cluster.store.get(claims, namespace, object.metadata.name)) {
          createObject({ cluster, type: claims, object, writer });
        }
      }
      const object = podFor(type, workload, podName);
      createObject({ cluster, type: pods, object, writer });
      added += 1;
    }
  }
}
