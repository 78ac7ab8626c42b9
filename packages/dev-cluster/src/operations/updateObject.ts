import type { JsonObject } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '../apply/ManagedFields';
import { schemaOf } from '../apply/schemas';
import { trackUpdate } from '../apply/trackUpdate';
import { conflict, invalid, modified } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import {
  listField,
  type KubernetesObject,
  type ObjectMeta,
} from '../objects/KubernetesObject';
import {
  metadataProblems,
  metadataUpdateProblems,
} from '../objects/metadataProblems';
import { strategyOf } from '../strategies';
import { timestamp, type ClusterState } from './ClusterState';

/** Metadata that only the server writes. */
function serverMetadata(live: ObjectMeta): Partial<ObjectMeta> {
  const fields = [
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'generation',
  ] as const;
  return Object.fromEntries(
    fields.filter(field => field in live).map(field => [field, live[field]]),
  );
}

function checkLock(
  type: ResourceType,
  live: ObjectMeta,
  wanted: ObjectMeta,
): void {
  if (wanted.uid && wanted.uid !== live.uid) {
    throw conflict(
      type,
      live.name,
      `Precondition failed: UID in precondition: ${wanted.uid}, UID in object meta: ${live.uid}`,
    );
  }
  if (
    wanted.resourceVersion &&
    wanted.resourceVersion !== live.resourceVersion
  ) {
    throw modified(type, live.name);
  }
}

/** The parts of the new state that the endpoint may write, the rest as it was. */
function writable(
  type: ResourceType,
  subresource: string,
  live: KubernetesObject,
  wanted: KubernetesObject,
): KubernetesObject {
  if (subresource === 'status') {
    const { status: _replaced, ...rest } = live;
    const { managedFields } = wanted.metadata;
    return {
      ...rest,
      metadata: { ...live.metadata, ...(managedFields && { managedFields }) },
      ...(wanted.status !== undefined && { status: wanted.status }),
    };
  }
  if (subresource === 'finalize') return { ...live, spec: wanted.spec };
  const { status, ...rest } = wanted;
  const kept = type.statusSubresource ? live.status : status;
  return {
    ...rest,
    // A namespace is finished through its own endpoint only.
    ...(type.kind === 'Namespace' && { spec: live.spec }),
    ...(kept !== undefined && { status: kept }),
  };
}

function specificationOf(object: KubernetesObject) {
  const { metadata: _metadata, status: _status, ...rest } = object;
  return rest;
}

/** Whether nothing but the server keeps the object. */
function mayGo(type: ResourceType, object: KubernetesObject): boolean {
  if (!object.metadata.deletionTimestamp) return false;
  if (object.metadata.finalizers?.length) return false;
  return (
    type.kind !== 'Namespace' ||
    listField(object.spec, 'finalizers').length === 0
  );
}

/**
 * Brings an object from its live state to another one. A state that changes nothing is not
 * written; the last finalizer of a deleted object removes it.
 */
export function updateObject(options: {
  cluster: ClusterState;
  type: ResourceType;
  live: KubernetesObject;
  object: KubernetesObject;
  writer: Writer;
  subresource?: string;
  dryRun?: boolean;
  tracked?: boolean;
  admit?: (object: KubernetesObject) => void;
}): KubernetesObject {
  const { cluster, type, live, writer, dryRun, tracked } = options;
  const { subresource = '' } = options;
  checkLock(type, live.metadata, options.object.metadata);
  const strategy = strategyOf(type);
  const wanted = writable(type, subresource, live, options.object);
  const identified: KubernetesObject = {
    ...wanted,
    metadata: {
      ...wanted.metadata,
      ...serverMetadata(live.metadata),
      managedFields:
        wanted.metadata.managedFields ??
        (tracked ? undefined : live.metadata.managedFields),
    },
  };
  const object = strategy.defaults?.(identified) ?? identified;
  check(type, object, live);
  const owned = tracked
    ? object
    : trackUpdate({
        schema: schemaOf(type),
        live,
        changed: object,
        writer,
        time: timestamp(),
      });
  const result = withGeneration(type, live, owned);
  if (isDeepStrictEqual(withoutUndefined(result), live)) return live;
  options.admit?.(result);
  if (dryRun) return result;
  return mayGo(type, result)
    ? cluster.store.remove(type, result)
    : cluster.store.put(type, result);
}

function check(
  type: ResourceType,
  object: KubernetesObject,
  live: KubernetesObject,
): void {
  const strategy = strategyOf(type);
  const problems = [
    ...metadataProblems(object.metadata),
    ...metadataUpdateProblems(object.metadata, live.metadata),
    ...(strategy.validate?.(object) ?? []),
    ...(strategy.validateUpdate?.(object, live) ?? []),
  ];
  const { name } = live.metadata;
  if (problems.length) throw invalid({ type, name, problems });
}

function withGeneration(
  type: ResourceType,
  live: KubernetesObject,
  object: KubernetesObject,
): KubernetesObject {
  const same = isDeepStrictEqual(
    specificationOf(live),
    specificationOf(object),
  );
  if (!type.generation || same) return object;
  const generation = (live.metadata.generation ?? 0) + 1;
  return { ...object, metadata: { ...object.metadata, generation } };
}

function withoutUndefined(object: KubernetesObject): JsonObject {
  const metadata = Object.fromEntries(
    Object.entries(object.metadata).filter(([, value]) => value !== undefined),
  );
  return { ...object, metadata };
}
