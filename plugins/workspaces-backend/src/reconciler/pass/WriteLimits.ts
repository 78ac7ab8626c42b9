import createLimit from 'p-limit';

type Limit = ReturnType<typeof createLimit>;

/** Bounds how many writes run at once to each cluster, or to a lane beside it, over all workspaces of this backend. */
export class WriteLimits {
  readonly #concurrency: number;
  readonly #limits = new Map<string, Limit>();

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  /** Runs a write when it is its turn; first come, first served. */
  run<T>(target: string, write: () => Promise<T>): Promise<T> {
    let limit = this.#limits.get(target);
    if (!limit) {
      limit = createLimit(this.#concurrency);
      this.#limits.set(target, limit);
    }
    return limit(write);
  }
}
