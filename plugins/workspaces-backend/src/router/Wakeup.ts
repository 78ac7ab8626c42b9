/** Lets a loop sleep until something happens; what happens while it is at work is not lost. */
export class Wakeup {
  readonly #ends: readonly AbortSignal[];
  #pending = false;
  #resume: (() => void) | undefined;

  /** The signals end the sleep for good. */
  constructor(ends: readonly AbortSignal[]) {
    this.#ends = ends;
    for (const end of ends) {
      end.addEventListener('abort', () => this.wake(), { once: true });
    }
  }

  /** Whether one of the signals has aborted. */
  get ended(): boolean {
    return this.#ends.some(({ aborted }) => aborted);
  }

  wake(): void {
    this.#pending = true;
    this.#resume?.();
  }

  /** Resolves after {@link wake}, or when the time is over. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#pending && !this.ended) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.max(0, milliseconds));
        timer.unref();
        this.#resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#resume = undefined;
    this.#pending = false;
  }
}
