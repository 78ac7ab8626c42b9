/** A wait that can be ended early. */
export class Wakeup {
  #wake: (() => void) | undefined;
  #woken = false;
  #deadline = Infinity;
  #timer: NodeJS.Timeout | undefined;

  /** Waits until woken, or for some milliseconds. Being woken before the wait counts. True: woken. */
  async wait(maxMs: number): Promise<boolean> {
    if (!this.#woken) {
      await new Promise<void>(resolve => {
        this.#wake = resolve;
        this.#limit(maxMs);
      });
    }
    clearTimeout(this.#timer);
    const woken = this.#woken;
    this.#wake = undefined;
    this.#woken = false;
    this.#deadline = Infinity;
    return woken;
  }

  /** Ends the wait. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Ends the wait after some milliseconds, unless it ends earlier anyway. */
  wakeIn(delayMs: number): void {
    if (this.#wake) {
      this.#limit(delayMs);
    }
  }

  #limit(delayMs: number): void {
    const deadline = performance.now() + delayMs;
    if (deadline < this.#deadline) {
      clearTimeout(this.#timer);
      this.#deadline = deadline;
      this.#timer = setTimeout(() => this.#wake?.(), Math.max(0, delayMs));
    }
  }
}
