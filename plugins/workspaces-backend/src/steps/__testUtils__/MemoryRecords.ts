import type {
  ObjectIdentity,
  ObjectRecord,
  ObjectRecords,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey } from '../../plan';

/** Records that are kept in memory. */
export class MemoryRecords implements ObjectRecords {
  readonly creationToken: string;
  /** How often they were written. */
  writes = 0;
  readonly #records = new Map<string, ObjectRecord>();

  constructor(creationToken: string) {
    this.creationToken = creationToken;
  }

  list(): readonly ObjectRecord[] {
    return [...this.#records.values()];
  }

  find(identity: ObjectIdentity): ObjectRecord | undefined {
    return this.#records.get(identityKey(identity));
  }

  async put(records: readonly ObjectRecord[]): Promise<void> {
    this.writes += 1;
    for (const record of records) {
      this.#records.set(identityKey(record), record);
    }
  }

  async remove(records: readonly ObjectIdentity[]): Promise<void> {
    this.writes += 1;
    for (const record of records) {
      this.#records.delete(identityKey(record));
    }
  }
}
