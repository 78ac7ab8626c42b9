import type {
  ObjectIdentity,
  ObjectRecord,
  ObjectRecords,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Records of one workspace that live as long as a test. */
export class MemoryRecords implements ObjectRecords {
  readonly creationToken = 'token-of-test';
  #records: ObjectRecord[] = [];

  list(): readonly ObjectRecord[] {
    return this.#records;
  }

  find(identity: ObjectIdentity): ObjectRecord | undefined {
    return this.#records.find(record => isSame(record, identity));
  }

  async put(records: readonly ObjectRecord[]): Promise<void> {
    await this.remove(records);
    this.#records.push(...records);
  }

  async remove(records: readonly ObjectIdentity[]): Promise<void> {
    this.#records = this.#records.filter(
      record => !records.some(other => isSame(record, other)),
    );
  }
}

function isSame(one: ObjectIdentity, other: ObjectIdentity): boolean {
  return (
    one.apiVersion === other.apiVersion &&
    one.kind === other.kind &&
    one.namespace === other.namespace &&
    one.name === other.name
  );
}
