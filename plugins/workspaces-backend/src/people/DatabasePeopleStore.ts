import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isUniqueViolation } from '../store/isUniqueViolation';
import type { DatabaseBigInt, DatabaseTime } from '../store/rows';
import { toIsoTime } from '../store/StoreDatabase';
import type { PeopleStore, ServiceAccountRecord, StoredPerson } from '../types';
import { serviceAccountName } from './serviceAccountName';

/** How many values one `in (…)` holds at most, below the limits of either database. */
const CHUNK = 500;

/** A row of `workspace_people`. The subject is empty until the first sign-in was handled. */
interface PersonRow {
  ref: string;
  subject: string;
  service_account: string;
  last_sign_in_at: DatabaseTime;
  sign_in_mark: DatabaseBigInt;
  handled_mark: DatabaseBigInt;
}

type Store<TMethod extends keyof PeopleStore> = PeopleStore[TMethod];

/** Keeps people in the database of the plugin, whose tables are there already. */
export class DatabasePeopleStore implements PeopleStore {
  readonly #client: Knex;

  static async create(options: {
    readonly database: DatabaseService;
  }): Promise<DatabasePeopleStore> {
    return new DatabasePeopleStore(await options.database.getClient());
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  addSignIn: Store<'addSignIn'> = async ref => {
    const now = new Date();
    await this.#people
      .insert({
        ref,
        subject: '',
        // Nobody else's: of a ref, which no other subject may look like.
        service_account: serviceAccountName(ref),
        last_sign_in_at: now,
        sign_in_mark: 1,
        handled_mark: 0,
      })
      .onConflict('ref')
      .merge({
        last_sign_in_at: now,
        sign_in_mark: this.#client.raw('workspace_people.sign_in_mark + 1'),
      });
  };

  listPending: Store<'listPending'> = async limit => {
    const rows = await this.#people
      .whereRaw('handled_mark < sign_in_mark')
      .orderBy('last_sign_in_at')
      .limit(limit)
      .select('ref', 'sign_in_mark');
    return rows.map(row => ({ ref: row.ref, mark: Number(row.sign_in_mark) }));
  };

  savePeople: Store<'savePeople'> = async people => {
    if (people.length === 0) {
      return [];
    }
    try {
      const placeholders = people.map(() => '(?, ?, ?)').join(', ');
      await this.#client.raw(
        `update workspace_people
         set subject = called.column2, service_account = called.column3
         from (values ${placeholders}) as called
         where workspace_people.ref = called.column1`,
        people.flatMap(one => [one.ref, one.subject, one.serviceAccount]),
      );
      return [];
    } catch (error) {
      if (!isUniqueViolation(error)) {
        throw error;
      }
      if (people.length === 1) {
        return [people[0].ref];
      }
      // One after the other, so that the first of two who are called alike keeps the name.
      const refused: string[] = [];
      for (const one of people) {
        refused.push(...(await this.savePeople([one])));
      }
      return refused;
    }
  };

  finishSignIns: Store<'finishSignIns'> = async signIns => {
    const byMark = new Map<number, string[]>();
    for (const { ref, mark } of signIns) {
      byMark.set(mark, [...(byMark.get(mark) ?? []), ref]);
    }
    for (const [mark, refs] of byMark) {
      await this.#people
        .whereIn('ref', refs)
        .where('handled_mark', '<', mark)
        .update({ handled_mark: mark });
    }
  };

  findPeople: Store<'findPeople'> = refs => this.#findBy('ref', refs);

  findByServiceAccounts: Store<'findByServiceAccounts'> = names =>
    this.#findBy('service_account', names);

  listPeople: Store<'listPeople'> = async () => {
    const rows = await this.#people.whereNot({ subject: '' }).select();
    return rows.map(toPerson);
  };

  listServiceAccountRecords: Store<'listServiceAccountRecords'> =
    async names => {
      const records: ServiceAccountRecord[] = [];
      for (const chunk of chunks(names)) {
        const rows = await this.#client('workspace_objects')
          .where({ kind: 'ServiceAccount', api_version: 'v1' })
          .whereIn('name', chunk)
          .select('workspace_uid', 'namespace', 'name');
        for (const { workspace_uid: workspaceUid, namespace, name } of rows) {
          records.push({ workspaceUid, namespace, name });
        }
      }
      return records;
    };

  get #people() {
    return this.#client<PersonRow>('workspace_people');
  }

  async #findBy(
    column: 'ref' | 'service_account',
    values: readonly string[],
  ): Promise<StoredPerson[]> {
    const people: StoredPerson[] = [];
    for (const chunk of chunks(values)) {
      const rows = await this.#people
        .whereIn(column, chunk)
        .whereNot({ subject: '' })
        .select();
      people.push(...rows.map(toPerson));
    }
    return people;
  }
}

function chunks(values: readonly string[]): string[][] {
  const unique = [...new Set(values)];
  return Array.from({ length: Math.ceil(unique.length / CHUNK) }, (_, index) =>
    unique.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

function toPerson(row: PersonRow): StoredPerson {
  return {
    ref: row.ref,
    subject: row.subject,
    serviceAccount: row.service_account,
    lastSignInAt: toIsoTime(row.last_sign_in_at),
  };
}
