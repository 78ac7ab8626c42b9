import { setTimeout as delay } from 'node:timers/promises';
import { AwsError, hasCode } from '../client';
import type { Propagation } from './Propagation';

/** Waits. Rejects when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by the clock. */
export const sleep: Sleep = (ms, signal) => delay(ms, undefined, { signal });

/** Pauses, in milliseconds, while AWS spreads what we just wrote: few, because each look takes from the account's rate. */
export const PAUSES_MS: readonly number[] = [1000, 4500, 6000];

/** How long AWS may take to know a principal that was made a moment ago, in milliseconds. */
const PRINCIPAL_PAUSE_MS = 5000;

/**
 * Writes to something that we know exists: IAM answers `NoSuchEntity` for seconds after a creation. The pauses are
 * between the writes, so that nobody else waits for them.
 */
export async function untilKnown<T>(
  write: () => Promise<T>,
  options: {
    readonly sleep: Sleep;
    readonly signal: AbortSignal;
    readonly propagation: Propagation;
  },
): Promise<T> {
  const { sleep: wait, signal, propagation } = options;
  let waited = 0;
  const attempt = async () => {
    const result = await write();
    if (waited > 0) {
      propagation.took(waited);
    }
    return result;
  };
  for (const pause of propagation.pauses()) {
    try {
      return await attempt();
    } catch (error) {
      if (!hasCode(error, 'NoSuchEntity')) {
        throw error;
      }
      await wait(pause, signal);
      waited += pause;
    }
  }
  return attempt();
}

/** Reads something that we know exists. Throws an AwsError `AwsConflict` when it does not turn up. */
export async function untilRead<T>(
  read: () => Promise<T | undefined>,
  options: {
    readonly sleep: Sleep;
    readonly signal: AbortSignal;
    readonly what: string;
  },
): Promise<T> {
  for (const pause of [...PAUSES_MS, undefined]) {
    const found = await read();
    if (found !== undefined) {
      return found;
    }
    if (pause !== undefined) {
      await options.sleep(pause, options.signal);
    }
  }
  throw new AwsError({
    reason: 'AwsConflict',
    message: `AWS says that ${options.what} exists and that it does not.`,
    hint: 'Nothing: the next attempt is made by itself.',
  });
}

/** Writes a trust policy: one more attempt, because a principal made a moment ago counts as malformed at first. */
export async function onceMoreIfMalformed<T>(
  write: () => Promise<T>,
  options: { readonly sleep: Sleep; readonly signal: AbortSignal },
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasCode(error, 'MalformedPolicyDocument')) {
      throw error;
    }
    await options.sleep(PRINCIPAL_PAUSE_MS, options.signal);
    return write();
  }
}
