import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until a check holds; throws what it threw last, when it did not hold in time. */
export async function eventually<T>(
  what: string,
  check: () => T | Promise<T>,
  timeoutMs = 15_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown = 'nothing';
  for (;;) {
    try {
      const result = await check();
      if (result) {
        return result;
      }
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for ${what}; last seen: ${last}`);
    }
    await delay(5);
  }
}
