import { setTimeout as delay } from 'node:timers/promises';
import type { AccountPace } from './AccountPace';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** What the SDK hands back for the next attempt. */
interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/** What the SDK tells of an attempt that failed. */
interface RetryErrorInfo {
  readonly errorType: string;
}

/**
 * Retries of the SDK's clients in the pace of the account. The SDK's own adaptive mode falls too far and rises too
 * slowly for an account whose rate stays the same, and gives up early when many requests fail for other reasons.
 */
export class PacedRetryStrategy {
  readonly #pace: AccountPace;
  readonly #maxAttempts: number;
  readonly #random: () => number;
  readonly #sleep: (ms: number) => Promise<unknown>;

  constructor(options: {
    readonly pace: AccountPace;
    readonly maxAttempts: number;
    readonly random?: () => number;
    readonly sleep?: (ms: number) => Promise<unknown>;
  }) {
    this.#pace = options.pace;
    this.#maxAttempts = options.maxAttempts;
    this.#random = options.random ?? Math.random;
    this.#sleep = options.sleep ?? (ms => delay(ms));
  }

  /** Called by the SDK before the first attempt. */
  async acquireInitialRetryToken(): Promise<RetryToken> {
    await this.#pace.turn();
    return tokenOf(0);
  }

  /** Called by the SDK after an attempt that failed. Rejects when there is to be no other. */
  async refreshRetryTokenForRetry(
    token: RetryToken,
    { errorType }: RetryErrorInfo,
  ): Promise<RetryToken> {
    if (errorType === 'THROTTLING') {
      this.#pace.throttled();
    } else {
      this.#pace.answered();
    }
    const retries = token.getRetryCount() + 1;
    const passing = ['THROTTLING', 'TRANSIENT', 'SERVER_ERROR'];
    if (!passing.includes(errorType) || retries >= this.#maxAttempts) {
      throw new Error('There is no other attempt');
    }
    const pause = FIRST_PAUSE_MS * 2 ** (retries - 1);
    await this.#sleep(this.#random() * Math.min(pause, LONGEST_PAUSE_MS));
    await this.#pace.turn();
    return tokenOf(retries);
  }

  /** Called by the SDK after an attempt that succeeded. */
  recordSuccess(): void {
    this.#pace.answered();
  }
}

function tokenOf(retries: number): RetryToken {
  return { getRetryCount: () => retries, getRetryDelay: () => 0 };
}
