import { setTimeout } from 'node:timers/promises';

/** Looks again and again until a check returns something; fails when it does not in time. */
export async function untilTrue<T>(
  what: string,
  check: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const result = await check();
    if (result) {
      return result;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for ${what}.`);
    }
    await setTimeout(3);
  }
}
