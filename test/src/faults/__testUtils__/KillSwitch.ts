import type { ClusterClient } from '@team-workspaces/backstage-plugin-workspaces-node';

/** What a killed process would have done, had it lived. */
class KilledError extends Error {
  readonly name = 'KilledError';
}

/**
 * Kills a backend that runs within the test: from one moment on nothing that it does reaches the database or a
 * cluster, and nothing that these answer reaches it.
 */
export class KillSwitch {
  #killed = false;
  #announceDeath = () => {};
  readonly #died = new Promise<void>(resolve => {
    this.#announceDeath = resolve;
  });

  get killed(): boolean {
    return this.#killed;
  }

  kill(): void {
    this.#killed = true;
    this.#announceDeath();
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

  /** As {@link KillSwitch.cover}; kills itself when a number of writes are done, before anybody learns of the last. */
  coverClient(client: ClusterClient, killAfter = Infinity): ClusterClient {
    let writes = 0;
    const counted = async <T>(write: Promise<T>): Promise<T> => {
      const result = await write;
      writes += 1;
      if (writes === killAfter) {
        this.kill();
      }
      return result;
    };
    const covered = this.cover(client);
    return {
      name: client.name,
      get: (...parameters) => covered.get(...parameters),
      list: (...parameters) => covered.list(...parameters),
      watch: (...parameters) => covered.watch(...parameters),
      version: (...parameters) => covered.version(...parameters),
      create: (...parameters) =>
        this.#write(() => counted(client.create(...parameters))),
      apply: (...parameters) =>
        this.#write(() => counted(client.apply(...parameters))),
      delete: (...parameters) =>
        this.#write(() => counted(client.delete(...parameters))),
    };
  }

  /** Resolves when the process was killed. */
  get died(): Promise<void> {
    return this.#died;
  }

  async #write<T>(write: () => Promise<T>): Promise<T> {
    this.assertAlive();
    try {
      return await write();
    } finally {
      this.assertAlive();
    }
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
