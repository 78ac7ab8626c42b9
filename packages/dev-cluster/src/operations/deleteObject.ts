import { conflict, forbidden } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { timestamp, type ClusterState } from './ClusterState';

/** Namespaces that a cluster cannot do without. */
const immortal = ['default', 'kube-system', 'kube-public'];

/** How to delete, from the body of the request. */
export interface DeleteOptions {
  readonly preconditions?: {
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
  readonly propagationPolicy?: string;
  readonly dryRun?: boolean;
}

/** What became of the object: whether it is gone, and its last state. */
export interface Deletion {
  readonly gone: boolean;
  readonly object: KubernetesObject;
}

function checkPreconditions(
  type: ResourceType,
  { metadata }: KubernetesObject,
  { uid, resourceVersion }: NonNullable<DeleteOptions['preconditions']>,
): void {
  // These messages name the kind where others name the resource.
  const named = { group: type.group, resource: type.kind };
  if (uid && uid !== metadata.uid) {
    throw conflict(
      named,
      metadata.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      named,
      metadata.name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
}

function propagationFinalizers(policy: string | undefined): string[] {
  if (policy === 'Foreground') return ['foregroundDeletion'];
  return policy === 'Orphan' ? ['orphan'] : [];
}

/** Marks the object as deleted; finalizers still keep it. */
function terminating(
  type: ResourceType,
  object: KubernetesObject,
  finalizers: readonly string[],
): KubernetesObject {
  const { metadata } = object;
  const { deletionTimestamp = timestamp() } = metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      deletionTimestamp,
      ...(type.kind !== 'Namespace' && { deletionGracePeriodSeconds: 0 }),
      ...(type.generation && { generation: (metadata.generation ?? 0) + 1 }),
      ...(finalizers.length && { finalizers: [...finalizers] }),
    },
    ...(type.kind === 'Namespace' && {
      status: { ...objectField(object, 'status'), phase: 'Terminating' },
    }),
  };
}

/**
 * Deletes an object, or marks it as deleted while finalizers keep it. A namespace always stays
 * until its contents are gone.
 */
export function deleteObject(options: {
  cluster: ClusterState;
  type: ResourceType;
  object: KubernetesObject;
  options?: DeleteOptions;
}): Deletion {
  const { cluster, type, object } = options;
  const {
    preconditions = {},
    propagationPolicy,
    dryRun,
  } = options.options ?? {};
  checkPreconditions(type, object, preconditions);
  if (type.kind === 'Namespace' && immortal.includes(object.metadata.name)) {
    throw forbidden({
      type,
      name: object.metadata.name,
      message: 'this namespace may not be deleted',
    });
  }
  const finalizers = [
    ...(object.metadata.finalizers ?? []),
    ...propagationFinalizers(propagationPolicy),
  ];
  if (finalizers.length === 0 && type.kind !== 'Namespace') {
    return {
      gone: true,
      object: dryRun ? object : cluster.store.remove(type, object),
    };
  }
  if (object.metadata.deletionTimestamp) return { gone: false, object };
  const marked = terminating(type, object, finalizers);
  return {
    gone: false,
    object: dryRun ? marked : cluster.store.put(type, marked),
  };
}
