import type { KubernetesObject } from '../objects/KubernetesObject';

/** One change of one stored object. */
export interface StoredEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** `group/resource` of the object. */
  readonly table: string;
  readonly resourceVersion: number;
  /** The new state, or on deletion the last one. */
  readonly object: KubernetesObject;
  /** The state before, absent on creation. */
  readonly previous?: KubernetesObject;
}

/**
 * The latest changes, oldest first: what a watch can resume from and an older list can be rebuilt
 * from. What is older is gone, as after a compaction of etcd.
 */
export class EventHistory {
  #events: StoredEvent[] = [];
  #compacted = 0;
  readonly #limit: number;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /** Changes up to this resource version are forgotten. */
  get compacted(): number {
    return this.#compacted;
  }

  add(event: StoredEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.#limit * 1.5) {
      const dropped = this.#events.length - this.#limit;
      this.#compacted = this.#events[dropped - 1].resourceVersion;
      this.#events = this.#events.slice(dropped);
    }
  }

  /** Forgets everything up to and including `resourceVersion`. */
  compact(resourceVersion: number): void {
    this.#compacted = Math.max(this.#compacted, resourceVersion);
    this.#events = this.#events.slice(this.#firstAfter(resourceVersion));
  }

  /** The changes after `resourceVersion`; nothing at all when that is too old. */
  since(resourceVersion: number): readonly StoredEvent[] | undefined {
    if (resourceVersion < this.#compacted) return undefined;
    return this.#events.slice(this.#firstAfter(resourceVersion));
  }

  #firstAfter(resourceVersion: number): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#events[middle].resourceVersion > resourceVersion) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
