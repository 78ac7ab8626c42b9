/** Waits between attempts in milliseconds, the last one for all that follow. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** How long to wait after a number of failed attempts, in milliseconds. */
export function waitAfter(failures: number): number {
  return WAITS_MS[Math.min(failures, WAITS_MS.length) - 1];
}

/** Repeats an operation until it succeeds. Throws when the signal aborts before. */
export async function retryUntil(options: {
  readonly operation: () => Promise<void>;
  readonly onFailure: (error: unknown, waitMs: number) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { operation, onFailure, signal } = options;
  for (let failures = 1; ; failures += 1) {
    try {
      await operation();
      return;
    } catch (error) {
      signal.throwIfAborted();
      const waitMs = waitAfter(failures);
      onFailure(error, waitMs);
      await wait(waitMs, signal);
    }
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true, signal: done.signal },
    );
  }).finally(() => done.abort());
}
