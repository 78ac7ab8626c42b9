import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import { apiVersionOf, type ResourceType } from '../api/ResourceType';
import {
  isJsonObject,
  listField,
  objectField,
  stringField,
  type KubernetesObject,
  type ObjectMeta,
} from '../objects/KubernetesObject';

/** The revision of a pod template, the same for the same template. */
function revisionOf(workload: KubernetesObject): string {
  const template = objectField(objectField(workload, 'spec'), 'template');
  const digest = createHash('sha256').update(JSON.stringify(template));
  return digest.digest('hex').slice(0, 10);
}

/** The label that says which revision a pod is of. */
export function revisionLabel(
  type: ResourceType,
  workload: KubernetesObject,
): readonly [string, string] {
  const revision = revisionOf(workload);
  return type.kind === 'StatefulSet'
    ? ['controller-revision-hash', `${workload.metadata.name}-${revision}`]
    : ['pod-template-hash', revision];
}

function ownedBy(type: ResourceType, { metadata }: KubernetesObject) {
  return [
    {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      name: metadata.name,
      uid: metadata.uid ?? '',
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
}

function templatesOf(workload: KubernetesObject): JsonObject[] {
  return listField(workload.spec, 'volumeClaimTemplates').filter(isJsonObject);
}

const nameOf = (template: JsonObject) =>
  stringField(objectField(template, 'metadata'), 'name') ?? '';

/** The claims of one pod of a StatefulSet. */
export function claimsFor(
  workload: KubernetesObject,
  podName: string,
): KubernetesObject[] {
  return templatesOf(workload).map(template => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...(objectField(template, 'metadata') as ObjectMeta),
      name: `${nameOf(template)}-${podName}`,
      namespace: workload.metadata.namespace,
    },
    spec: objectField(template, 'spec'),
  }));
}

/** The pod of a workload; a StatefulSet gives it its name, a Deployment a prefix. */
export function podFor(
  type: ResourceType,
  workload: KubernetesObject,
  name: string | undefined,
): KubernetesObject {
  const spec = objectField(workload, 'spec');
  const template = objectField(spec, 'template');
  const metadata = objectField(template, 'metadata') as ObjectMeta;
  const podSpec = objectField(template, 'spec');
  const [label, revision] = revisionLabel(type, workload);
  const claimVolumes = name
    ? templatesOf(workload).map(claim => ({
        name: nameOf(claim),
        persistentVolumeClaim: { claimName: `${nameOf(claim)}-${name}` },
      }))
    : [];
  const volumes = [...claimVolumes, ...listField(podSpec, 'volumes')];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      name: name ?? '',
      generateName: `${workload.metadata.name}-${name ? '' : `${revision}-`}`,
      namespace: workload.metadata.namespace,
      labels: {
        ...metadata.labels,
        [label]: revision,
        ...(name && { 'statefulset.kubernetes.io/pod-name': name }),
      },
      ownerReferences: ownedBy(type, workload),
    },
    spec: {
      ...podSpec,
      ...(volumes.length && { volumes }),
      ...(name && {
        hostname: name,
        subdomain: stringField(spec, 'serviceName') ?? '',
      }),
    },
  };
}
