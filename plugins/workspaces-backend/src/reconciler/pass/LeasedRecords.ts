import { stringifyError } from '@backstage/errors';
import {
  StepFailedError,
  type ObjectIdentity,
  type ObjectRecord,
  type ObjectRecords,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey } from '../../plan';
import type { WorkspaceStore } from '../../types';
import type { LeaseKeeper } from './LeaseKeeper';

/** What {@link LeasedRecords} need. */
export interface LeasedRecordsOptions {
  readonly store: Pick<WorkspaceStore, 'putRecords' | 'removeRecords'>;
  readonly keeper: LeaseKeeper;
  readonly records: readonly ObjectRecord[];
  readonly creationToken: string;
}

/** How long deferred records may wait to be stored together with others, in milliseconds. */
const DEFERRED_MS = 250;

/**
 * Records of one workspace during a pass: in memory, and in the database before a method returns or, deferred, soon and
 * before the pass ends. Steps that end while others' records are being stored share the next statement, which also
 * takes what is deferred and what an earlier one failed to store.
 */
export class LeasedRecords implements ObjectRecords {
  readonly creationToken: string;
  readonly #store: LeasedRecordsOptions['store'];
  readonly #keeper: LeaseKeeper;
  readonly #records: Map<string, ObjectRecord>;
  readonly #pending = new Map<string, ObjectRecord>();
  #storing: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LeasedRecordsOptions) {
    this.creationToken = options.creationToken;
    this.#store = options.store;
    this.#keeper = options.keeper;
    this.#records = new Map(
      options.records.map(record => [identityKey(record), record]),
    );
  }

  list(): readonly ObjectRecord[] {
    return [...this.#records.values()];
  }

  find(identity: ObjectIdentity): ObjectRecord | undefined {
    return this.#records.get(identityKey(identity));
  }

  async put(
    records: readonly ObjectRecord[],
    { deferred = false }: { readonly deferred?: boolean } = {},
  ): Promise<void> {
    records.forEach(record => this.#pending.set(identityKey(record), record));
    if (deferred) {
      this.#remember(records);
      // What fails stays pending, and whoever stores next is told.
      this.#timer ??= setTimeout(
        () => this.#storePending().catch(() => undefined),
        DEFERRED_MS,
      );
    } else {
      await this.#storePending();
    }
  }

  async remove(records: readonly ObjectIdentity[]): Promise<void> {
    const keys = records.map(identityKey);
    keys.forEach(key => this.#pending.delete(key));
    await this.#storing;
    await this.#write(() =>
      this.#store.removeRecords(this.#keeper.lease, records),
    );
    keys.forEach(key => this.#records.delete(key));
  }

  /** What is deferred and not stored yet, for whoever ends the pass to store with its end. */
  async takeDeferred(): Promise<readonly ObjectRecord[]> {
    this.#cancelTimer();
    await this.#storing;
    const deferred = [...this.#pending.values()];
    this.#pending.clear();
    return deferred;
  }

  #storePending(): Promise<void> {
    this.#next ??= this.#storing.then(() => {
      this.#next = undefined;
      this.#cancelTimer();
      const stored = this.#putAll([...this.#pending.values()]);
      this.#storing = stored.catch(() => undefined);
      return stored;
    });
    return this.#next;
  }

  async #putAll(records: readonly ObjectRecord[]): Promise<void> {
    await this.#write(() =>
      this.#store.putRecords(this.#keeper.lease, records),
    );
    for (const record of records) {
      const key = identityKey(record);
      if (this.#pending.get(key) === record) {
        this.#pending.delete(key);
      }
    }
    this.#remember(records);
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #remember(records: readonly ObjectRecord[]): void {
    records.forEach(record => this.#records.set(identityKey(record), record));
  }

  async #write(operation: () => Promise<boolean>): Promise<void> {
    let held: boolean;
    try {
      held = await operation();
    } catch (error) {
      throw new StepFailedError(
        {
          reason: 'DatabaseUnavailable',
          message: `Our records could not be stored: ${stringifyError(error)}`,
        },
        { cause: error },
      );
    }
    if (!held) {
      this.#keeper.lose();
      this.#keeper.assertHeld();
    }
  }
}
