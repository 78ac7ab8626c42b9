/** Bounds of growing waits, in milliseconds. */
export interface BackoffBounds {
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * Milliseconds to wait after a number of failures in a row: doubles each time up to the maximum, and is spread
 * over its upper half, so that those who lost a cluster together do not come back together.
 */
export function backoffDelay(
  failures: number,
  { baseMs, maxMs }: BackoffBounds,
  random: () => number = Math.random,
): number {
  const full = Math.min(maxMs, baseMs * 2 ** Math.max(0, failures - 1));
  return full * (0.5 + random() / 2);
}
