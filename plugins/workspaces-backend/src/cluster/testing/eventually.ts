import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; fails with the last error of the condition, or after a deadline. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  deadlineMs = 20_000,
): Promise<void> {
  const until = Date.now() + deadlineMs;
  while (!(await condition())) {
    if (Date.now() > until) {
      throw new Error(`Waited ${deadlineMs} ms in vain: ${what}`);
    }
    await delay(5);
  }
}
