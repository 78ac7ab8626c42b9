/** How long a change of status, and mere progress, may wait to be stored together with what follows. */
const TRANSITION_MS = 250;
const PROGRESS_MS = 1_000;

/**
 * Stores conditions while a pass runs: soon after a transition, seldom for progress, and never two at a time. A
 * statement per write of an object would cost more than the writes.
 */
export class ProgressSaver {
  readonly #save: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;
  #saving: Promise<void> = Promise.resolve();
  #closed = false;

  /** `save` never rejects. */
  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  /** A status changed. */
  transition(): void {
    this.#schedule(TRANSITION_MS);
  }

  /** Another object is ready. */
  progress(): void {
    this.#schedule(PROGRESS_MS);
  }

  /** Stores now what there is. */
  async flush(): Promise<void> {
    this.#cancel();
    this.#saving = this.#saving.then(this.#save);
    await this.#saving;
  }

  /** Stores nothing more, and waits for what is being stored. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#saving;
  }

  #schedule(delayMs: number): void {
    const dueAt = performance.now() + delayMs;
    if (this.#closed || this.#dueAt <= dueAt) {
      return;
    }
    this.#cancel();
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.flush(), delayMs);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
  }
}
