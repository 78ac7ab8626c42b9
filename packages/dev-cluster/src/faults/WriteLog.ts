import type { Verb } from '../operations/ResourceRequest';

/**
 * One write that was done. Dry runs, reviews and refused requests are not writes; a write that
 * changed nothing is one, with `changed: false`.
 *
 * @public
 */
export interface RecordedWrite {
  readonly verb: Verb;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
  /** Whether anything is different from before. */
  readonly changed: boolean;
  /** Who wrote. */
  readonly user: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/**
 * Called after a write was done and before it is answered; the answer waits for it.
 *
 * @public
 */
export type WriteListener = (write: RecordedWrite) => void | Promise<void>;

/** The writes of clients, in order. */
export class WriteLog {
  readonly #listeners = new Set<WriteListener>();
  #writes: RecordedWrite[] = [];

  get writes(): readonly RecordedWrite[] {
    return this.#writes;
  }

  reset(): void {
    this.#writes = [];
  }

  subscribe(listener: WriteListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async record(write: RecordedWrite): Promise<void> {
    this.#writes.push(write);
    for (const listener of this.#listeners) await listener(write);
  }
}
