import { setTimeout as delay } from 'node:timers/promises';

/** How long a condition may take to hold, in milliseconds, when a caller does not say. */
const DEFAULT_TIMEOUT = 30_000;

/** Time between two looks, in milliseconds. */
const INTERVAL = 200;

/**
 * Looks again and again until a check passes.
 *
 * @param check - throws, or answers something falsy, while it does not hold yet
 * @returns what the check answered
 * @throws what the check threw last, when it did not hold in time
 */
export async function eventually<T>(
  what: string,
  check: () => Promise<T>,
  timeout = DEFAULT_TIMEOUT,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  do {
    try {
      const result = await check();
      if (result) {
        return result;
      }
      last = new Error(`it was ${JSON.stringify(result)}`);
    } catch (error) {
      last = error;
    }
    await delay(INTERVAL);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeout / 1000} s for ${what}: ${last}`, {
    cause: last,
  });
}
