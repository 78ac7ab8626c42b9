/** Refreshed rows in the order that is on screen already, as long as they are the same rows. */
export function keepPlaces<T extends { readonly id: string }>(
  shown: readonly T[],
  fresh: readonly T[],
): readonly T[] {
  const byId = new Map(fresh.map(row => [row.id, row]));
  if (shown.length !== fresh.length || shown.some(row => !byId.has(row.id))) {
    return fresh;
  }
  return shown.map(row => byId.get(row.id) as T);
}
