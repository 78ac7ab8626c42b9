import type { ObjectStore } from '../storage/ObjectStore';
import type { StoredEvent } from '../storage/EventHistory';
import type { Controller } from './Controller';

/** Runs controllers after the request that changed something was answered. */
export class ControllerRunner {
  readonly #controllers: readonly Controller[];
  readonly #unsubscribe: () => void;
  #pending: StoredEvent[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  constructor(store: ObjectStore, controllers: readonly Controller[]) {
    this.#controllers = controllers;
    // What is there already is as new to the controllers as what comes.
    for (const { table, object } of store.all()) {
      this.#pending.push({ type: 'ADDED', table, resourceVersion: 0, object });
    }
    this.#unsubscribe = store.subscribe(event => {
      this.#pending.push(event);
      this.#schedule();
    });
    this.#schedule();
  }

  /** Runs them now for everything that has changed until now. */
  run(): void {
    clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    const events = this.#pending;
    this.#pending = [];
    for (const event of events) {
      for (const controller of this.#controllers) controller.handle(event);
    }
    for (const controller of this.#controllers) controller.reconcile?.();
  }

  stop(): void {
    this.#unsubscribe();
    clearImmediate(this.#scheduled);
    this.#pending = [];
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => this.run());
  }
}
