import type { JsonObject } from '@backstage/types';
import type { ResourceType } from '../api/ResourceType';
import {
  isJsonObject,
  listField,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { timestamp } from '../operations/ClusterState';
import { revisionLabel } from './workloadPods';

function isReady(pod: KubernetesObject): boolean {
  return listField(pod.status, 'conditions')
    .filter(isJsonObject)
    .some(({ type, status }) => type === 'Ready' && status === 'True');
}

function availability(
  workload: KubernetesObject,
  available: boolean,
): JsonObject {
  const status = available ? 'True' : 'False';
  const before = listField(workload.status, 'conditions')
    .filter(isJsonObject)
    .find(condition => condition.type === 'Available');
  if (before?.status === status) return before;
  const now = timestamp();
  return {
    type: 'Available',
    status,
    lastUpdateTime: now,
    lastTransitionTime: now,
    reason: available
      ? 'MinimumReplicasAvailable'
      : 'MinimumReplicasUnavailable',
    message: available
      ? 'Deployment has minimum availability.'
      : 'Deployment does not have minimum availability.',
  };
}

/** The status of a workload that has these pods. */
export function workloadStatus(
  type: ResourceType,
  workload: KubernetesObject,
  pods: readonly KubernetesObject[],
): JsonObject {
  const { replicas } = objectField(workload, 'spec');
  const wanted = Number(replicas ?? 1);
  const ready = pods.filter(isReady).length;
  const [, revision] = revisionLabel(type, workload);
  const common: JsonObject = {
    observedGeneration: workload.metadata.generation ?? 1,
    replicas: pods.length,
    ...(ready && { readyReplicas: ready }),
    ...(pods.length && { updatedReplicas: pods.length }),
  };
  if (type.kind === 'StatefulSet') {
    return {
      ...common,
      availableReplicas: ready,
      ...(pods.length && { currentReplicas: pods.length }),
      currentRevision: revision,
      updateRevision: revision,
      collisionCount: 0,
    };
  }
  return {
    ...common,
    ...(ready && { availableReplicas: ready }),
    ...(wanted > ready && { unavailableReplicas: wanted - ready }),
    conditions: [availability(workload, ready >= wanted)],
  };
}
