import { randomUUID } from 'node:crypto';
import type { Writer } from '../apply/ManagedFields';
import { schemaOf } from '../apply/schemas';
import { trackUpdate } from '../apply/trackUpdate';
import { alreadyExists, invalid } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import { StatusError } from '../api/StatusError';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { metadataProblems } from '../objects/metadataProblems';
import { nameProblems } from '../objects/nameRules';
import { strategyOf } from '../strategies';
import { timestamp, type ClusterState } from './ClusterState';
import { requireActiveNamespace } from './namespaceLifecycle';
import { requireServiceAccount } from './requireServiceAccount';

const suffixAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

function generateName(prefix: string): string {
  const suffix = Array.from(
    { length: 5 },
    () => suffixAlphabet[Math.floor(Math.random() * suffixAlphabet.length)],
  );
  return `${prefix.slice(0, 58)}${suffix.join('')}`;
}

function identify(
  type: ResourceType,
  object: KubernetesObject,
): KubernetesObject {
  const {
    deletionTimestamp: _never,
    deletionGracePeriodSeconds: _neither,
    ...metadata
  } = object.metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      name:
        metadata.name ||
        (metadata.generateName ? generateName(metadata.generateName) : ''),
      uid: randomUUID(),
      creationTimestamp: timestamp(),
      ...(type.generation && { generation: 1 }),
    },
  };
}

function withoutStatus(
  type: ResourceType,
  object: KubernetesObject,
): KubernetesObject {
  if (!type.statusSubresource) return object;
  const { status: _written, ...rest } = object;
  return rest as KubernetesObject;
}

function check(
  cluster: ClusterState,
  type: ResourceType,
  object: KubernetesObject,
) {
  const { namespace = '', name } = object.metadata;
  const problems = [
    ...nameProblems(type, name),
    ...metadataProblems(object.metadata),
    ...(strategyOf(type).validate?.(object) ?? []),
  ];
  if (problems.length) throw invalid({ type, name, problems });
  if (cluster.store.get(type, namespace, name)) {
    throw alreadyExists(type, name);
  }
}

/**
 * Creates an object. `tracked` says that its field owners are known already, as after an apply;
 * `admit` may refuse the object as it is going to be.
 */
export function createObject(options: {
  cluster: ClusterState;
  type: ResourceType;
  object: KubernetesObject;
  writer: Writer;
  dryRun?: boolean;
  tracked?: boolean;
  admit?: (object: KubernetesObject) => void;
}): KubernetesObject {
  const { cluster, type, writer, dryRun, tracked } = options;
  if (options.object.metadata.resourceVersion) {
    throw new StatusError({
      code: 500,
      reason: '',
      message: 'resourceVersion should not be set on objects to be created',
    });
  }
  const strategy = strategyOf(type);
  const identified = withoutStatus(type, identify(type, options.object));
  const wanted = strategy.defaults?.(identified) ?? identified;
  // Field owners are counted before the server adds what it sets itself.
  const owned = tracked
    ? wanted
    : trackUpdate({
        schema: schemaOf(type),
        live: undefined,
        changed: wanted,
        writer,
        time: timestamp(),
      });
  const object = strategy.prepareForCreate?.(owned) ?? owned;
  const { namespace = '', name } = object.metadata;
  requireActiveNamespace({ cluster, type, namespace, name });
  if (type.kind === 'Pod') requireServiceAccount(cluster, object);
  check(cluster, type, object);
  options.admit?.(object);
  return dryRun ? object : cluster.store.put(type, object);
}
