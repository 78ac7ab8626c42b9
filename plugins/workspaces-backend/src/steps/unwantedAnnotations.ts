import {
  MANAGED_BY,
  type FieldDifference,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  PlannedChange,
  StepContext,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey, referenceTo } from '../plan';
import { findFieldOwner } from '../plan/fieldOwnership';
import { formatPath } from '../plan/fieldPath';
import { settle } from './settle';

/**
 * Adds to the changes what takes annotations away that somebody else put on objects of ours. An AWS role that nobody
 * set here must not stay, and leaving it out of what is applied takes away only what we applied ourselves.
 */
export function addUnwantedAnnotations(
  changes: readonly PlannedChange[],
  options: {
    readonly step: string;
    readonly keys: readonly string[];
    readonly wanted: readonly KubernetesObject[];
    readonly live: readonly KubernetesObject[];
  },
): PlannedChange[] {
  const lives = new Map(
    options.live.map(object => [identityKey(object), object]),
  );
  const result = new Map(
    changes.map(change => [`${change.action} ${keyOf(change)}`, change]),
  );
  for (const desired of options.wanted) {
    const live = lives.get(identityKey(desired));
    const fields = live ? unwantedFields(desired, live, options.keys) : [];
    if (live && fields.length > 0) {
      const change: PlannedChange = {
        step: options.step,
        action: 'update',
        object: referenceTo(live),
        fields: [],
        desired,
        live,
      };
      const key = `update ${keyOf(change)}`;
      const planned = result.get(key) ?? change;
      const paths = new Set(planned.fields.map(({ path }) => path));
      result.set(key, {
        ...planned,
        fields: [
          ...planned.fields,
          ...fields.filter(({ path }) => !paths.has(path)),
        ],
      });
    }
  }
  return [...result.values()];
}

/**
 * Makes the annotations of a plan that others put there ours, by giving them another value: the write that follows
 * then takes them away.
 */
export async function clearAnnotations(
  { cluster, signal, write }: StepContext,
  { changes }: StepPlan,
  keys: readonly string[],
): Promise<void> {
  const cleared = await settle(
    changes.flatMap(({ desired, live }) => {
      if (!desired || !live) {
        return [];
      }
      const others = keys.filter(key => isOfOthers(desired, live, key));
      if (others.length === 0) {
        return [];
      }
      const { metadata } = desired;
      const annotations = {
        ...metadata.annotations,
        ...Object.fromEntries(others.map(key => [key, ''])),
      };
      const object = { ...desired, metadata: { ...metadata, annotations } };
      return [write(() => cluster.apply(object, { signal }))];
    }),
  );
  cleared.throwFirst();
}

function unwantedFields(
  desired: KubernetesObject,
  live: KubernetesObject,
  keys: readonly string[],
): FieldDifference[] {
  return keys
    .filter(key => isUnwanted(desired, live, key))
    .map(key => {
      const path = ['metadata', 'annotations', key];
      return {
        path: formatPath(path),
        before: live.metadata.annotations?.[key],
        ...findFieldOwner(live, path, MANAGED_BY),
      };
    });
}

function isUnwanted(
  desired: KubernetesObject,
  live: KubernetesObject,
  key: string,
): boolean {
  return (
    live.metadata.annotations?.[key] !== undefined &&
    desired.metadata.annotations?.[key] === undefined
  );
}

function isOfOthers(
  desired: KubernetesObject,
  live: KubernetesObject,
  key: string,
): boolean {
  return (
    isUnwanted(desired, live, key) &&
    findFieldOwner(live, ['metadata', 'annotations', key], MANAGED_BY)
      ?.manager !== undefined
  );
}

function keyOf({ object }: PlannedChange): string {
  return identityKey(object);
}
