import { randomUUID } from 'node:crypto';
import { schemaOf } from '../apply/schemas';
import type { Writer } from '../apply/ManagedFields';
import { trackUpdate } from '../apply/trackUpdate';
import { alreadyExists, badRequest, invalid } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import { nameProblems } from '../objects/nameRules';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { strategyOf } from '../strategies';
import { timestamp, type ClusterState } from './ClusterState';
import { requireActiveNamespace } from './namespaceLifecycle';

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
  const { metadata } = object;
  const {
    deletionTimestamp: _never,
    deletionGracePeriodSeconds: _neither,
    ...kept
  } = metadata;
  return {
    ...object,
    metadata: {
      ...kept,
      name:
        metadata.name ||
        (metadata.generateName ? generateName(metadata.generateName) : ''),
      uid: randomUUID(),
      creationTimestamp: timestamp(),
      ...(type.generation && { generation: 1 }),
    },
  };
}

/** What a new object becomes before it is checked: identity, server-set fields and defaults. */
function prepare(type: ResourceType, object: KubernetesObject) {
  const strategy = strategyOf(type);
  const { status, ...withoutStatus } = identify(type, object);
  const identified: KubernetesObject =
    type.statusSubresource || status === undefined
      ? withoutStatus
      : { ...withoutStatus, status };
  const prepared = strategy.prepareForCreate?.(identified) ?? identified;
  return strategy.defaults?.(prepared) ?? prepared;
}

/**
 * Creates an object. `tracked` says that its field owners are known already, as after an apply.
 */
export function createObject(options: {
  cluster: ClusterState;
  type: ResourceType;
  object: KubernetesObject;
  writer: Writer;
  dryRun?: boolean;
  tracked?: boolean;
}): KubernetesObject {
  const { cluster, type, writer, dryRun, tracked } = options;
  if (options.object.metadata.resourceVersion) {
    throw badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  }
  const object = prepare(type, options.object);
  const { namespace = '', name } = object.metadata;
  requireActiveNamespace({ cluster, type, namespace, name });
  const problems = [
    ...nameProblems(type, name),
    ...(strategyOf(type).validate?.(object) ?? []),
  ];
  if (problems.length) {
    throw invalid({ group: type.group, kind: type.kind, name, problems });
  }
  if (cluster.store.get(type, namespace, name)) {
    throw alreadyExists(type, name);
  }
  const owned = tracked
    ? object
    : trackUpdate({
        schema: schemaOf(type),
        live: undefined,
        changed: object,
        writer,
        time: timestamp(),
      });
  return dryRun ? owned : cluster.store.put(type, owned);
}
