/** What a polling loop needs. */
export interface PollingLoopOptions {
  /** Fetches once; the loop never runs it twice at the same time. Must not reject. */
  readonly run: () => Promise<void>;
  /** Milliseconds from the end of one run to the start of the next. */
  readonly interval: () => number;
}

/** Runs something again and again while the page is visible, and at once when asked to. */
export class PollingLoop {
  readonly #options: PollingLoopOptions;
  #timer?: ReturnType<typeof setTimeout>;
  #running = false;
  #again = false;
  #stopped = false;

  constructor(options: PollingLoopOptions) {
    this.#options = options;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.runNow();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** Runs now, or once more right after the run that is under way. */
  async runNow(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = true;
    do {
      this.#again = false;
      await this.#options.run();
    } while (this.#again && !this.#stopped);
    this.#running = false;
    if (!this.#stopped && !document.hidden) {
      this.#timer = setTimeout(
        () => void this.runNow(),
        this.#options.interval(),
      );
    }
  }

  readonly #onVisibility = () => {
    if (document.hidden) {
      clearTimeout(this.#timer);
    } else {
      void this.runNow();
    }
  };
}
