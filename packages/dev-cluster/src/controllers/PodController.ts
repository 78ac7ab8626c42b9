import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import { builtIn } from '../api/ResourceRegistry';
import {
  isJsonObject,
  listField,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { timestamp, type ClusterState } from '../operations/ClusterState';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import type { Controller } from './Controller';
import { writeStatus } from './writeStatus';

const pods = builtIn('', 'pods');

/** An address out of 10.244.0.0/16 that follows from the identity of the pod. */
function addressOf({ metadata }: KubernetesObject): string {
  const digest = createHash('sha256')
    .update(metadata.uid ?? '')
    .digest();
  return `10.244.${digest[0]}.${(digest[1] % 254) + 1}`;
}

function runningStatus(pod: KubernetesObject): JsonObject {
  const now = timestamp();
  const address = addressOf(pod);
  const conditions = [
    'PodReadyToStartContainers',
    'Initialized',
    'Ready',
    'ContainersReady',
    'PodScheduled',
  ].map(type => ({ type, status: 'True', lastTransitionTime: now }));
  const containerStatuses = listField(pod.spec, 'containers')
    .filter(isJsonObject)
    .map(({ name, image }) => ({
      name: name ?? '',
      image: image ?? '',
      imageID: '',
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: now } },
    }));
  return {
    ...objectField(pod, 'status'),
    phase: 'Running',
    conditions,
    containerStatuses,
    hostIP: '127.0.0.1',
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: now,
  };
}

/** Lets pods run: there is no node, and nothing really starts. */
export class PodController implements Controller {
  readonly #cluster: ClusterState;

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object }: StoredEvent): void {
    if (table !== tableName(pods) || type !== 'ADDED') return;
    const { namespace = '', name } = object.metadata;
    const pod = this.#cluster.store.get(pods, namespace, name);
    if (!pod || objectField(pod, 'status').phase !== 'Pending') return;
    writeStatus({
      cluster: this.#cluster,
      type: pods,
      object: pod,
      status: runningStatus(pod),
    });
  }
}
