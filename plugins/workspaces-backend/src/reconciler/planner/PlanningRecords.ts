import type {
  ObjectIdentity,
  ObjectRecord,
  ObjectRecords,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey } from '../../plan';

/** Records that a plan may assume, without storing anything. */
export class PlanningRecords implements ObjectRecords {
  readonly creationToken: string;
  readonly #records: Map<string, ObjectRecord>;

  constructor(options: {
    readonly records: readonly ObjectRecord[];
    readonly creationToken: string;
  }) {
    this.creationToken = options.creationToken;
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

  /** Plans as if there were these records. */
  assume(records: readonly ObjectRecord[]): void {
    records.forEach(record => this.#records.set(identityKey(record), record));
  }

  async put(): Promise<void> {
    throw new Error('A plan stores nothing.');
  }

  async remove(): Promise<void> {
    throw new Error('A plan stores nothing.');
  }
}
