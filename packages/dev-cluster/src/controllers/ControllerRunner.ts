import type { ObjectStore } from '../storage/ObjectStore';
import type { StoredEvent } from '../storage/EventHistory';
import type { Controller } from './Controller';

/** Runs controllers one change after the other, after the request that made it was answered. */
export class ControllerRunner {
  readonly #controllers: readonly Controller[];
  readonly #unsubscribe: () => void;
  #pending: StoredEvent[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  constructor(store: ObjectStore, controllers: readonly Controller[]) {
    this.#controllers = controllers;
    this.#unsubscribe = store.subscribe(event => {
      this.#pending.push(event);
      this.#schedule();
    });
  }

  stop(): void {
    this.#unsubscribe();
    clearImmediate(this.#scheduled);
    this.#pending = [];
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      const events = this.#pending;
      this.#pending = [];
      for (const event of events) {
        for (const controller of this.#controllers) controller.handle(event);
      }
    });
  }
}
