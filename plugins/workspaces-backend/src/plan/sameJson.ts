/**
 * Whether two JSON values are the same. A comparison of whole clusters asks this a hundred thousand times, and
 * general ones, which know of cycles, dates and classes, take several times as long.
 */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true;
  }
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index]))
    );
  }
  if (!isFields(one) || !isFields(other)) {
    return false;
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      key => Object.hasOwn(other, key) && sameJson(one[key], other[key]),
    )
  );
}

/** Whether a JSON value is an object, and neither a list nor null. */
export function isFields(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
