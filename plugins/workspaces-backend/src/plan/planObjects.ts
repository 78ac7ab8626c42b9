import type { ObjectReference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  ObjectIdentity,
  PlannedChange,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { compareObject } from './compareObject';

/** What to compare. */
export interface PlanObjectsOptions {
  /** Id of the step whose objects they are. */
  readonly step: string;
  readonly wanted: readonly KubernetesObject[];
  /** Objects of ours as they are now; those that are not wanted are to be deleted. */
  readonly live: readonly KubernetesObject[];
}

/** The writes that lead from the live objects to the wanted ones; empty when there is no difference. */
export function planObjects({
  step,
  wanted,
  live,
}: PlanObjectsOptions): PlannedChange[] {
  const unwanted = new Map(live.map(object => [identityKey(object), object]));
  const changes: PlannedChange[] = [];
  for (const desired of wanted) {
    const key = identityKey(desired);
    changes.push(...planObject(step, desired, unwanted.get(key)));
    unwanted.delete(key);
  }
  for (const object of unwanted.values()) {
    // One that is on its way out needs no second request.
    if (!object.metadata.deletionTimestamp) {
      changes.push(planDeletion(step, object));
    }
  }
  return changes;
}

/** The deletion of one object. */
export function planDeletion(
  step: string,
  live: KubernetesObject,
): PlannedChange {
  return {
    step,
    action: 'delete',
    object: referenceTo(live),
    fields: [],
    live,
  };
}

/** Which object, for people and records. */
export function referenceTo(object: KubernetesObject): ObjectReference {
  const { name, namespace, uid } = object.metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(namespace !== undefined && { namespace }),
    name,
    ...(uid !== undefined && { uid }),
  };
}

/** The identity of an object. */
export function identityOf({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: KubernetesObject): ObjectIdentity {
  return { apiVersion, kind, namespace, name };
}

/** A text that two objects share only when they are the same. */
export function identityKey(object: KubernetesObject | ObjectIdentity): string {
  const { namespace = '', name } =
    'metadata' in object
      ? (object as KubernetesObject).metadata
      : (object as ObjectIdentity);
  return `${object.apiVersion}/${object.kind}/${namespace}/${name}`;
}

function planObject(
  step: string,
  desired: KubernetesObject,
  live: KubernetesObject | undefined,
): PlannedChange[] {
  const fields = compareObject(desired, live);
  if (!live) {
    return [
      { step, action: 'create', object: referenceTo(desired), fields, desired },
    ];
  }
  if (fields.length === 0) {
    return [];
  }
  // Kubernetes never changes which role a binding is for: it has to be made again.
  if (fields.some(({ path }) => path.startsWith('roleRef'))) {
    return [
      planDeletion(step, live),
      {
        step,
        action: 'create',
        object: referenceTo(desired),
        fields: compareObject(desired, undefined),
        desired,
      },
    ];
  }
  return [
    {
      step,
      action: 'update',
      object: referenceTo(live),
      fields,
      desired,
      live,
    },
  ];
}
