import { waitAfter } from './retryUntil';

/** How long changes are collected, in milliseconds. */
const COLLECT_MS = 500;

/**
 * Collects ids of changed workspaces and hands them on together. Those that cannot be handled are handed on again
 * later, with what came meanwhile.
 */
export class ChangeBuffer {
  readonly #handle: (ids: readonly string[]) => Promise<void>;
  readonly #onFailure: (error: unknown, waitMs: number) => void;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #busy = false;
  #stopped = false;
  #failures = 0;

  constructor(options: {
    handle: (ids: readonly string[]) => Promise<void>;
    onFailure: (error: unknown, waitMs: number) => void;
  }) {
    this.#handle = options.handle;
    this.#onFailure = options.onFailure;
  }

  add(id: string): void {
    this.#waiting.add(id);
    this.#schedule(COLLECT_MS);
  }

  /** Drops what waits. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #schedule(delayMs: number): void {
    if (!this.#timer && !this.#busy && !this.#stopped) {
      this.#timer = setTimeout(() => this.#flush(), delayMs);
      this.#timer.unref();
    }
  }

  async #flush(): Promise<void> {
    const ids = [...this.#waiting];
    this.#waiting.clear();
    this.#timer = undefined;
    this.#busy = true;
    try {
      await this.#handle(ids);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      ids.forEach(id => this.#waiting.add(id));
      this.#onFailure(error, waitAfter(this.#failures));
    } finally {
      this.#busy = false;
    }
    if (this.#waiting.size > 0) {
      this.#schedule(
        this.#failures > 0 ? waitAfter(this.#failures) : COLLECT_MS,
      );
    }
  }
}
