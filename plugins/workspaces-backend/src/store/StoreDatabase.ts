import type { Knex } from 'knex';
import type { DatabaseTime } from './rows';

/** Options of a {@link StoreDatabase}. */
export interface StoreDatabaseOptions {
  readonly client: Knex;
  /** Milliseconds since the epoch, for everything that is not a lease on PostgreSQL. */
  readonly clock?: () => number;
}

/** The database with what differs between SQLite and PostgreSQL. */
export class StoreDatabase {
  readonly client: Knex;
  readonly isPostgres: boolean;
  readonly #clock: () => number;

  constructor(options: StoreDatabaseOptions) {
    this.client = options.client;
    this.isPostgres = String(options.client.client.config.client).includes(
      'pg',
    );
    this.#clock = options.clock ?? Date.now;
  }

  /** The present by our own clock, for people to read. */
  now(): Date {
    return new Date(this.#clock());
  }

  /**
   * The present for comparing due times and leases. PostgreSQL's own clock, because backends on several machines
   * share the queue and their clocks differ; SQLite has one backend.
   */
  queueNow(): Knex.Raw | Date {
    return this.queueTimeIn(0);
  }

  /** A moment from now by the clock of {@link StoreDatabase.queueNow}. */
  queueTimeIn(milliseconds: number): Knex.Raw | Date {
    return this.isPostgres
      ? this.client.raw(
          `clock_timestamp() + ?::double precision * interval '1 millisecond'`,
          [milliseconds],
        )
      : new Date(this.#clock() + milliseconds);
  }
}

/** A moment from the database as ISO 8601 in UTC. */
export function toIsoTime(time: DatabaseTime): string {
  return new Date(time).toISOString();
}

/** As {@link toIsoTime}, keeping what is absent absent. */
export function toOptionalIsoTime(
  time: DatabaseTime | null,
): string | undefined {
  return time === null ? undefined : toIsoTime(time);
}
