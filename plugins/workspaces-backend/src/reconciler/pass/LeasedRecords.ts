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

/**
 * Records of one workspace during a pass: in memory, and in the database before a method returns. Steps that end
 * while others' records are being stored share the next statement.
 */
export class LeasedRecords implements ObjectRecords {
  readonly creationToken: string;
  readonly #store: LeasedRecordsOptions['store'];
  readonly #keeper: LeaseKeeper;
  readonly #records: Map<string, ObjectRecord>;
  #storing: Promise<unknown> = Promise.resolve();
  #next: { records: ObjectRecord[]; stored: Promise<void> } | undefined;

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

  async put(records: readonly ObjectRecord[]): Promise<void> {
    this.#next ??= {
      records: [],
      stored: this.#storing.then(() => this.#storeNext()),
    };
    this.#next.records.push(...records);
    await this.#next.stored;
  }

  async remove(records: readonly ObjectIdentity[]): Promise<void> {
    await this.#write(() =>
      this.#store.removeRecords(this.#keeper.lease, records),
    );
    records.forEach(record => this.#records.delete(identityKey(record)));
  }

  async #storeNext(): Promise<void> {
    const records = this.#next?.records ?? [];
    this.#next = undefined;
    const stored = this.#write(() =>
      this.#store.putRecords(this.#keeper.lease, records),
    );
    this.#storing = stored.catch(() => undefined);
    await stored;
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
