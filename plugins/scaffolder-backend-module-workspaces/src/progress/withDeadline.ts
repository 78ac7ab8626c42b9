import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** How long the actions wait when the template does not say. */
const DEFAULT_TIMEOUT: HumanDuration = { minutes: 10 };

/** The time of a wait was up. */
export class DeadlineError extends Error {
  readonly name = 'TimeoutError';
}

/**
 * Runs something with a signal that aborts when the task is cancelled or the time is up.
 *
 * @param options.timedOut - words the error for the time being up; asked when it is.
 */
export async function withDeadline<T>(
  options: {
    readonly timeout: HumanDuration | undefined;
    readonly signal: AbortSignal | undefined;
    readonly cancelled: string;
    timedOut(duration: string): string;
  },
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const duration = options.timeout ?? DEFAULT_TIMEOUT;
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(),
    durationToMilliseconds(duration),
  );
  const signal = options.signal
    ? AbortSignal.any([options.signal, deadline.signal])
    : deadline.signal;
  try {
    signal.throwIfAborted();
    return await body(signal);
  } catch (error) {
    if (options.signal?.aborted) {
      throw new Error(options.cancelled);
    }
    if (deadline.signal.aborted) {
      throw new DeadlineError(options.timedOut(describeDuration(duration)));
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function describeDuration(duration: HumanDuration): string {
  return Object.entries(duration)
    .filter(([, amount]) => amount)
    .map(([unit, amount]) =>
      amount === 1 ? `1 ${unit.slice(0, -1)}` : `${amount} ${unit}`,
    )
    .join(' ');
}
