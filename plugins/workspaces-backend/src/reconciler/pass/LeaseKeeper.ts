import { setMaxListeners } from 'node:events';
import type { Lease, WorkspaceStore } from '../../types';

/** The pass ended because another backend may have the workspace. */
export class LeaseLostError extends Error {
  readonly name = 'LeaseLostError';
}

/** The pass ended because the backend shuts down. */
export class PassStoppedError extends Error {
  readonly name = 'PassStoppedError';
}

/** What a {@link LeaseKeeper} needs. */
export interface LeaseKeeperOptions {
  readonly store: Pick<WorkspaceStore, 'renewLease'>;
  readonly lease: Lease;
  readonly leaseMs: number;
  /** When the claim was sent, on the clock of `now`. */
  readonly claimedAt: number;
  /** Milliseconds on a clock that never jumps. */
  readonly now: () => number;
}

/** The part of a lease that is never used, for requests that are on their way when it ends. */
const MARGIN = 0.1;

/**
 * Holds the lease of one pass. The database counts the lease from when it stored it, we count from before we asked
 * for it: by our own clock it always ends earlier than anybody else may take over, without asking the database
 * before each write.
 */
export class LeaseKeeper {
  readonly lease: Lease;
  readonly #options: LeaseKeeperOptions;
  readonly #abort = new AbortController();
  #validUntil: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LeaseKeeperOptions) {
    this.lease = options.lease;
    this.#options = options;
    this.#validUntil = this.#endOf(options.claimedAt);
    // Every request of the pass listens, any number of them at once.
    setMaxListeners(0, this.signal);
    this.#schedule();
  }

  /** Aborts when the pass must end: with a LeaseLostError or a PassStoppedError as reason. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Throws when the lease is not held any more, or the pass is to stop. Costs no request. */
  assertHeld(): void {
    if (this.#options.now() >= this.#validUntil) {
      this.lose();
    }
    this.signal.throwIfAborted();
  }

  /** Ends the pass: somebody else has the workspace. */
  lose(): void {
    this.#end(
      new LeaseLostError('Another backend may have taken the workspace over.'),
    );
  }

  /** Ends the pass at its next write. */
  stop(): void {
    this.#end(new PassStoppedError('The backend is shutting down.'));
  }

  /** Ends the renewal. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #end(reason: Error): void {
    this.close();
    this.#abort.abort(reason);
  }

  #endOf(start: number): number {
    return start + this.#options.leaseMs * (1 - MARGIN);
  }

  #schedule(): void {
    this.#timer = setTimeout(() => this.#renew(), this.#options.leaseMs / 3);
    this.#timer.unref();
  }

  async #renew(): Promise<void> {
    const { store, leaseMs, now } = this.#options;
    const askedAt = now();
    try {
      if (!(await store.renewLease(this.lease, leaseMs))) {
        this.lose();
        return;
      }
      this.#validUntil = this.#endOf(askedAt);
    } catch {
      // The lease goes on until it ends by our own clock; the next renewal may succeed before that.
      if (now() >= this.#validUntil) {
        this.lose();
      }
    }
    if (this.#timer && !this.signal.aborted) {
      this.#schedule();
    }
  }
}
