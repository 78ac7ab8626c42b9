/** Lets so many requests through in a second, and some more at once after a rest. */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  readonly #clock: () => number;
  #tokens: number;
  #at: number;

  /** The clock gives milliseconds. */
  constructor(options: {
    readonly rate: number;
    readonly burst: number;
    readonly clock?: () => number;
  }) {
    this.#rate = options.rate;
    this.#burst = options.burst;
    this.#clock = options.clock ?? (() => performance.now());
    this.#tokens = options.burst;
    this.#at = this.#clock();
  }

  /** Takes one, if there is one. */
  take(): boolean {
    const now = this.#clock();
    const filled = ((now - this.#at) / 1000) * this.#rate;
    this.#tokens = Math.min(this.#burst, this.#tokens + filled);
    this.#at = now;
    if (this.#tokens < 1) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }
}
