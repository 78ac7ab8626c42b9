import type {
  Change,
  ObjectReference,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** Where an object is, such as `data-science-notebooks/workspace-user`. */
export function objectPath(object: ObjectReference): string {
  return object.namespace ? `${object.namespace}/${object.name}` : object.name;
}

/** A stable key of an object within one list. */
export function objectKey(object: ObjectReference): string {
  return `${object.apiVersion}/${object.kind}/${objectPath(object)}`;
}

/** How many objects of each kind some changes concern, most first. */
export function countByKind(
  changes: readonly Change[],
): ReadonlyArray<{ readonly kind: string; readonly count: number }> {
  const counts = new Map<string, number>();
  for (const { object } of changes) {
    counts.set(object.kind, (counts.get(object.kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}
