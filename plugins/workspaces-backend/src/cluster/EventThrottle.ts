import type { ManagedObjectEvent } from './ManagedObjectEvent';

interface Quiet {
  readonly timer: NodeJS.Timeout;
  last: ManagedObjectEvent | undefined;
}

/**
 * Passes the first event of a workspace on at once, and of those that follow shortly after only the last one:
 * whoever handles an event looks at the whole workspace anyway.
 */
export class EventThrottle {
  readonly #quietMs: number;
  readonly #onEvent: (event: ManagedObjectEvent) => void;
  readonly #quiet = new Map<string, Quiet>();

  constructor(options: {
    quietMs: number;
    onEvent: (event: ManagedObjectEvent) => void;
  }) {
    this.#quietMs = options.quietMs;
    this.#onEvent = options.onEvent;
  }

  add(event: ManagedObjectEvent): void {
    const key = `${event.cluster}/${event.workspaceId}`;
    const quiet = this.#quiet.get(key);
    if (quiet) {
      quiet.last = event;
      return;
    }
    this.#pass(key, event);
  }

  /** Forgets events that were not passed on yet. */
  clear(): void {
    for (const { timer } of this.#quiet.values()) {
      clearTimeout(timer);
    }
    this.#quiet.clear();
  }

  #pass(key: string, event: ManagedObjectEvent): void {
    const timer = setTimeout(() => {
      const last = this.#quiet.get(key)?.last;
      this.#quiet.delete(key);
      if (last) {
        this.#pass(key, last);
      }
    }, this.#quietMs);
    this.#quiet.set(key, { timer, last: undefined });
    this.#onEvent(event);
  }
}
