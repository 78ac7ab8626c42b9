import {
  GENERATION_ANNOTATION,
  MANAGED_BY,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { isAppliedBy, isLeaf, type FieldSet } from './fieldOwnership';
import type { PathElement } from './fieldPath';
import { sameJson } from './sameJson';

const OWN_GENERATION = `f:${GENERATION_ANNOTATION}`;

/** A field of the live object that goes when the desired one is applied. */
export interface RemovedField {
  readonly path: readonly PathElement[];
  readonly value: unknown;
}

/** Fields that we applied before and that are not wanted any more: server-side apply takes them away. */
export function findRemovedFields(
  desired: KubernetesObject,
  live: KubernetesObject,
): RemovedField[] {
  const removed: RemovedField[] = [];
  for (const entry of live.metadata.managedFields ?? []) {
    if (isAppliedBy(entry, MANAGED_BY) && entry.fieldsV1) {
      collect(entry.fieldsV1 as FieldSet, desired, live, [], removed);
    }
  }
  return removed;
}

function collect(
  fields: FieldSet,
  desired: unknown,
  live: unknown,
  path: PathElement[],
  removed: RemovedField[],
): void {
  for (const key of Object.keys(fields)) {
    if (key === '.' || key === OWN_GENERATION) {
      continue;
    }
    const liveValue = valueAt(live, key);
    if (liveValue === undefined) {
      continue;
    }
    const desiredValue = valueAt(desired, key);
    const node = fields[key] as FieldSet;
    const leaf = isLeaf(node);
    if (desiredValue === undefined && (leaf || !key.startsWith('f:'))) {
      removed.push({ path: [...path, pathElement(key)], value: liveValue });
    } else if (!leaf) {
      path.push(pathElement(key));
      collect(node, desiredValue, liveValue, path, removed);
      path.pop();
    }
  }
}

/** The value that a key of `fieldsV1` leads to. */
function valueAt(parent: unknown, key: string): unknown {
  if (typeof parent !== 'object' || parent === null) {
    return undefined;
  }
  const name = key.slice(2);
  if (key.startsWith('f:')) {
    return (parent as Record<string, unknown>)[name];
  }
  if (!Array.isArray(parent)) {
    return undefined;
  }
  const wanted: unknown = JSON.parse(name);
  if (key.startsWith('v:')) {
    return parent.find(item => sameJson(item, wanted));
  }
  return parent.find(item =>
    Object.entries(wanted as object).every(([field, value]) =>
      sameJson(item?.[field], value),
    ),
  );
}

function pathElement(key: string): PathElement {
  if (key.startsWith('f:')) {
    return key.slice(2);
  }
  const value: unknown = JSON.parse(key.slice(2));
  return key.startsWith('k:') ? (value as Record<string, unknown>) : { value };
}
