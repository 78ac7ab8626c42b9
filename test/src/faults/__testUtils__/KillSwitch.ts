/** What a killed process would have done, had it lived. */
export class KilledError extends Error {
  readonly name = 'KilledError';
}

/**
 * Kills a backend that runs within the test: from one moment on nothing that it does reaches the database or a
 * cluster, and nothing that these answer reaches it.
 */
export class KillSwitch {
  #killed = false;

  get killed(): boolean {
    return this.#killed;
  }

  kill(): void {
    this.#killed = true;
  }

  assertAlive(): void {
    if (this.#killed) {
      throw new KilledError('The process was killed.');
    }
  }

  /** The same object, whose methods stop working with the process. */
  cover<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, property) => {
        const value = Reflect.get(object, property, object);
        return typeof value === 'function'
          ? (...parameters: unknown[]) =>
              this.#call(() => value.apply(object, parameters))
          : value;
      },
    });
  }

  #call(method: () => unknown): unknown {
    this.assertAlive();
    const result = method();
    return result instanceof Promise
      ? result.then(
          value => {
            this.assertAlive();
            return value;
          },
          error => {
            this.assertAlive();
            throw error;
          },
        )
      : result;
  }
}
