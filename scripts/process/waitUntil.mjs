import { setTimeout as delay } from 'node:timers/promises';

/** Time between two looks, in milliseconds. */
const INTERVAL = 500;

/**
 * Waits until a condition holds.
 *
 * @param condition - resolves with something truthy when it holds; a rejection means not yet
 * @param timeout - milliseconds
 * @param what - names the condition in the error
 * @throws Error when it did not hold in time
 */
export async function waitUntil({ condition, timeout, what, signal }) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const result = await Promise.resolve()
      .then(condition)
      .catch(() => false);
    if (result) {
      return result;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${Math.round(timeout / 1000)} s for ${what}`);
    }
    await delay(INTERVAL, undefined, { signal });
  }
}
