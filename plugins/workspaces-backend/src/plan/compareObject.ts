import {
  GENERATION_ANNOTATION,
  MANAGED_BY,
  type FieldDifference,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { findFieldOwner, findListKeys } from './fieldOwnership';
import { formatPath, type PathElement } from './fieldPath';
import { findRemovedFields } from './removedFields';
import { isFields, sameJson } from './sameJson';

/** Fields that say which object it is, and not how it is. */
const IDENTITY_FIELDS = new Set(['apiVersion', 'kind']);
const IDENTITY_METADATA = new Set(['name', 'namespace', 'uid']);

type Fields = Readonly<Record<string, unknown>>;

/** One comparison of an object under way. */
class Comparison {
  readonly differences: FieldDifference[] = [];
  readonly #object: KubernetesObject | undefined;
  /** Where the comparison is; one list for all, because nearly nothing is ever reported. */
  readonly #path: PathElement[] = [];

  constructor(object: KubernetesObject | undefined) {
    this.#object = object;
  }

  report(path: readonly PathElement[], before: unknown, after: unknown): void {
    this.differences.push({
      path: formatPath(path),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(this.#object && findFieldOwner(this.#object, path, MANAGED_BY)),
    });
  }

  compareFields(desired: Fields, live: Fields | undefined): void {
    for (const key of Object.keys(desired)) {
      if (!this.#isIgnored(key)) {
        this.#path.push(key);
        this.#compareValue(desired[key], live?.[key]);
        this.#path.pop();
      }
    }
  }

  #compareValue(desired: unknown, live: unknown): void {
    if (desired === undefined || desired === live) {
      return;
    }
    if (Array.isArray(desired)) {
      // The API server leaves empty lists out.
      if (!sameJson(desired, live ?? [])) {
        this.#compareLists(desired, live);
      }
    } else if (isFields(desired) && Object.keys(desired).length > 0) {
      this.compareFields(desired, isFields(live) ? live : undefined);
    } else if (!sameJson(desired, live)) {
      // An empty object, such as the selector of all pods, means exactly empty.
      this.report(this.#path, live, desired);
    }
  }

  #compareLists(desired: readonly unknown[], live: unknown): void {
    const keys = this.#object && findListKeys(this.#object, this.#path);
    if (!keys || !Array.isArray(live) || !desired.every(isFields)) {
      this.report(this.#path, live, desired);
      return;
    }
    for (const item of desired) {
      this.#path.push(Object.fromEntries(keys.map(key => [key, item[key]])));
      const counterpart = live.find(
        each =>
          isFields(each) && keys.every(key => sameJson(each[key], item[key])),
      );
      if (counterpart === undefined) {
        this.report(this.#path, undefined, item);
      } else {
        this.compareFields(item, counterpart);
      }
      this.#path.pop();
    }
  }

  #isIgnored(key: string): boolean {
    const path = this.#path;
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
}

/**
 * What applying `desired` would change in `live`, field by field; empty when nothing. Fields that `desired` does
 * not name are left aside, unless we applied them before: then they go. Values are compared as they stand, so
 * renderers write out defaults and quantities in the form in which the API server returns them.
 */
export function compareObject(
  desired: KubernetesObject,
  live: KubernetesObject | undefined,
): FieldDifference[] {
  const comparison = new Comparison(live);
  comparison.compareFields(desired, live);
  if (live) {
    for (const { path, value } of findRemovedFields(desired, live)) {
      comparison.report(path, value, undefined);
    }
  }
  return comparison.differences;
}
