import { setTimeout as delay } from 'node:timers/promises';

/** Share by which the rate falls when AWS throttles, at most once in so many milliseconds. */
const FALL = 0.96;
const FALL_PAUSE_MS = 500;
/** Share by which it rises in a second in which AWS answered. */
const RISE = 0.08;
/** Turns that nobody took are kept for so many milliseconds, and may then be taken at once. */
const KEPT_MS = 1_000;
const SLOWEST = 0.5;
const FASTEST = 500;
/** Answers of so many milliseconds tell the rate that AWS grants, when it throttles for the first time. */
const WINDOW_MS = 2_000;

/**
 * The turns that all requests to one account take, first come, first served. AWS does not tell how many requests it
 * grants: they go out as they come until it throttles, and then at the rate at which it answered before, which rises
 * slowly until it throttles again. A request that is retried goes to the end of the queue, so that whoever has trouble
 * delays the others by his turns only.
 */
export class AccountPace {
  readonly #clock: () => number;
  readonly #sleep: (ms: number) => Promise<unknown>;
  /** Requests per second; undefined until AWS throttles for the first time. */
  #rate: number | undefined;
  #nextTurn = 0;
  #fellAt = Number.NEGATIVE_INFINITY;
  #answers: number[] = [];

  constructor(
    options: {
      /** Milliseconds. */
      readonly clock?: () => number;
      readonly sleep?: (ms: number) => Promise<unknown>;
    } = {},
  ) {
    this.#clock = options.clock ?? (() => performance.now());
    this.#sleep = options.sleep ?? (ms => delay(ms));
  }

  /** Requests per second that are let out; undefined when as many as come. */
  get rate(): number | undefined {
    return this.#rate;
  }

  /** Resolves when it is one's turn. */
  async turn(): Promise<void> {
    if (this.#rate === undefined) {
      return;
    }
    const now = this.#clock();
    const turn = Math.max(now - KEPT_MS, this.#nextTurn);
    this.#nextTurn = turn + 1000 / this.#rate;
    if (turn > now) {
      await this.#sleep(turn - now);
    }
  }

  /** AWS answered, whatever it answered, and did not throttle. */
  answered(): void {
    if (this.#rate !== undefined) {
      this.#rate = Math.min(FASTEST, this.#rate + RISE);
      return;
    }
    const now = this.#clock();
    this.#answers.push(now);
    if (this.#answers.length > 2 * FASTEST) {
      this.#forget(now);
    }
  }

  /** AWS throttled. */
  throttled(): void {
    const now = this.#clock();
    if (now - this.#fellAt < FALL_PAUSE_MS) {
      return;
    }
    this.#fellAt = now;
    if (this.#rate === undefined) {
      this.#forget(now);
      this.#rate = this.#limit((this.#answers.length * 1000) / WINDOW_MS);
      this.#answers = [];
      this.#nextTurn = now;
    } else {
      this.#rate = this.#limit(this.#rate * FALL);
    }
  }

  #limit(rate: number): number {
    return Math.min(FASTEST, Math.max(SLOWEST, rate));
  }

  #forget(now: number): void {
    this.#answers = this.#answers.filter(at => now - at < WINDOW_MS);
  }
}
