import type {
  KubernetesObject,
  ManagedFieldsEntry,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { PathElement } from './fieldPath';
import { sameJson } from './sameJson';

/**
 * A node of `fieldsV1`: `f:name` leads to a field, `k:{…}` to an item of a keyed list, `v:…` to a value of a
 * set, and `.` says that the node itself is owned.
 */
export type FieldSet = Readonly<Record<string, unknown>>;

/** Who wrote a field. */
export interface FieldOwner {
  readonly manager: string;
  /** ISO 8601. */
  readonly managedAt?: string;
}

/** Whether an entry tells of fields that were applied by a manager, the status left aside. */
export function isAppliedBy(
  entry: ManagedFieldsEntry,
  manager: string,
): boolean {
  return (
    entry.operation === 'Apply' &&
    entry.manager === manager &&
    !entry.subresource
  );
}

/** The manager, other than ours, that wrote a field last; undefined when none did. */
export function findFieldOwner(
  object: KubernetesObject,
  path: readonly PathElement[],
  ours: string,
): FieldOwner | undefined {
  let owner: ManagedFieldsEntry | undefined;
  for (const entry of object.metadata.managedFields ?? []) {
    if (
      entry.manager &&
      entry.manager !== ours &&
      ownsPath(entry.fieldsV1 as FieldSet | undefined, path) &&
      (owner?.time ?? '') <= (entry.time ?? '')
    ) {
      owner = entry;
    }
  }
  return owner?.manager
    ? {
        manager: owner.manager,
        ...(owner.time !== undefined && { managedAt: owner.time }),
      }
    : undefined;
}

/** The keys of a list's items, such as `['port', 'protocol']`, when Kubernetes merges the list by them. */
export function findListKeys(
  object: KubernetesObject,
  path: readonly PathElement[],
): readonly string[] | undefined {
  for (const entry of object.metadata.managedFields ?? []) {
    const node = descend(entry.fieldsV1 as FieldSet | undefined, path);
    const item = node && Object.keys(node).find(key => key.startsWith('k:'));
    if (item) {
      return Object.keys(JSON.parse(item.slice(2)));
    }
  }
  return undefined;
}

function ownsPath(
  fields: FieldSet | undefined,
  path: readonly PathElement[],
): boolean {
  let node = fields;
  for (const element of path) {
    const next = node && child(node, element);
    if (!next) {
      // A node without children is owned as a whole: an atomic list or object, or a plain value.
      return node !== undefined && node !== fields && isLeaf(node);
    }
    node = next;
  }
  return node !== undefined;
}

function descend(
  fields: FieldSet | undefined,
  path: readonly PathElement[],
): FieldSet | undefined {
  let node = fields;
  for (const element of path) {
    node = node && child(node, element);
  }
  return node;
}

function child(node: FieldSet, element: PathElement): FieldSet | undefined {
  if (typeof element === 'string') {
    return node[`f:${element}`] as FieldSet | undefined;
  }
  const key = Object.keys(node).find(
    each =>
      each.startsWith('k:') && sameJson(JSON.parse(each.slice(2)), element),
  );
  return key === undefined ? undefined : (node[key] as FieldSet);
}

/** Whether a node has nothing below it. */
export function isLeaf(node: FieldSet): boolean {
  return Object.keys(node).length === 0;
}
