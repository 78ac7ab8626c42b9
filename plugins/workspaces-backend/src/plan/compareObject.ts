import {
  GENERATION_ANNOTATION,
  MANAGED_BY,
  type FieldDifference,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { isEqual } from 'lodash';
import { findFieldOwner, findListKeys } from './fieldOwnership';
import { formatPath, type PathElement } from './fieldPath';
import { findRemovedFields } from './removedFields';

/** Fields that say which object it is, and not how it is. */
const IDENTITY_FIELDS = new Set(['apiVersion', 'kind']);
const IDENTITY_METADATA = new Set(['name', 'namespace', 'uid']);

type Fields = Readonly<Record<string, unknown>>;

/**
 * What applying `desired` would change in `live`, field by field; empty when nothing. Fields that `desired` does
 * not name are left aside, unless we applied them before: then they go. Values are compared as they stand, so
 * renderers write out defaults and quantities in the form in which the API server returns them.
 */
export function compareObject(
  desired: KubernetesObject,
  live: KubernetesObject | undefined,
): FieldDifference[] {
  const differences: FieldDifference[] = [];
  const report = (
    path: readonly PathElement[],
    before: unknown,
    after: unknown,
  ) => {
    differences.push({
      path: formatPath(path),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(live && findFieldOwner(live, path, MANAGED_BY)),
    });
  };
  compareFields(desired, live, [], report, live);
  if (live) {
    for (const { path, value } of findRemovedFields(desired, live)) {
      report(path, value, undefined);
    }
  }
  return differences;
}

type Report = (
  path: readonly PathElement[],
  before: unknown,
  after: unknown,
) => void;

function compareFields(
  desired: Fields,
  live: Fields | undefined,
  path: readonly PathElement[],
  report: Report,
  object: KubernetesObject | undefined,
): void {
  for (const key of Object.keys(desired)) {
    if (!isIgnored(path, key)) {
      compareValue(desired[key], live?.[key], path, key, report, object);
    }
  }
}

function compareValue(
  desired: unknown,
  live: unknown,
  parent: readonly PathElement[],
  element: PathElement,
  report: Report,
  object: KubernetesObject | undefined,
): void {
  if (desired === undefined || desired === live) {
    return;
  }
  if (Array.isArray(desired)) {
    if (!isEqual(desired, live)) {
      compareLists(desired, live, [...parent, element], report, object);
    }
  } else if (isFields(desired) && Object.keys(desired).length > 0) {
    compareFields(
      desired,
      isFields(live) ? live : undefined,
      [...parent, element],
      report,
      object,
    );
  } else if (!isEqual(desired, live)) {
    // An empty object, such as the selector of all pods, means exactly empty.
    report([...parent, element], live, desired);
  }
}

function compareLists(
  desired: readonly unknown[],
  live: unknown,
  path: readonly PathElement[],
  report: Report,
  object: KubernetesObject | undefined,
): void {
  const keys = object && findListKeys(object, path);
  if (!keys || !Array.isArray(live) || !desired.every(isFields)) {
    report(path, live, desired);
    return;
  }
  for (const item of desired) {
    const identity = Object.fromEntries(keys.map(key => [key, item[key]]));
    const counterpart = live.find(
      each =>
        isFields(each) && keys.every(key => isEqual(each[key], item[key])),
    );
    if (counterpart === undefined) {
      report([...path, identity], undefined, item);
    } else {
      compareFields(item, counterpart, [...path, identity], report, object);
    }
  }
}

function isIgnored(path: readonly PathElement[], key: string): boolean {
  if (path.length === 0) {
    return IDENTITY_FIELDS.has(key);
  }
  if (path[0] !== 'metadata') {
    return false;
  }
  return path.length === 1
    ? IDENTITY_METADATA.has(key)
    : // Written along with other changes; on its own it would have every change write everything.
      path[1] === 'annotations' && key === GENERATION_ANNOTATION;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
