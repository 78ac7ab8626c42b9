/** Times a request is made at most. */
const MAX_TRIES = 3;

/** How long a request may wait between tries, in total. */
const MAX_WAIT_MS = 10_000;

/** Before a request whose connection broke is made again: connections break together, and come back together. */
const RESET_WAIT_MS = 50;

/** Waits when the API server asks to slow down without saying for how long. */
const DEFAULT_RETRY_AFTER_SECONDS = 1;

/** What happened to a try. */
export interface FailedTry {
  /** Status of the answer; undefined when the connection broke before it. */
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** How many tries there were. */
  readonly tries: number;
  /** Milliseconds waited so far. */
  readonly waitedMs: number;
  /** Whether making the request twice is the same as making it once. */
  readonly idempotent: boolean;
}

/**
 * Milliseconds to wait before the next try; undefined when there must be none.
 *
 * 429 is safe for every request: the API server answers it before it looks at the request. After 503 with
 * `Retry-After`, or a connection that broke, the request may have been done, so only idempotent ones are repeated.
 */
export function waitBeforeRetry(failed: FailedTry): number | undefined {
  if (failed.tries >= MAX_TRIES) {
    return undefined;
  }
  const wait = wantedWait(failed);
  return wait !== undefined && failed.waitedMs + wait <= MAX_WAIT_MS
    ? wait
    : undefined;
}

function wantedWait(failed: FailedTry): number | undefined {
  const { status, retryAfterSeconds, idempotent } = failed;
  if (status === undefined) {
    return idempotent ? RESET_WAIT_MS : undefined;
  }
  if (status === 429) {
    return (retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS) * 1000;
  }
  if (status === 503 && retryAfterSeconds !== undefined && idempotent) {
    return retryAfterSeconds * 1000;
  }
  return undefined;
}

/** Seconds of a `Retry-After` header, which holds seconds or a date. */
export function parseRetryAfter(
  header: string | string[] | undefined,
): number | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  if (!value) {
    return undefined;
  }
  if (/^\d+$/.test(value)) {
    return Number(value);
  }
  const at = Date.parse(value);
  return Number.isNaN(at)
    ? undefined
    : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
