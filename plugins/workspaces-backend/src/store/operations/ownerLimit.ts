import { ConflictError } from '@backstage/errors';
import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Knex } from 'knex';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** Makes counting the workspaces of a Group and giving it one more a single act; SQLite has one writer anyway. */
export async function lockOwner(
  database: StoreDatabase,
  transaction: Knex.Transaction,
  owner: string,
): Promise<void> {
  const [lock] = ownerLock(database, owner);
  if (lock) {
    await transaction.select(lock);
  }
}

/** The lock of {@link lockOwner} as what a statement returns; nothing where none is needed. */
export function ownerLock(database: StoreDatabase, owner: string): Knex.Raw[] {
  return database.isPostgres
    ? [
        database.client.raw(
          'pg_advisory_xact_lock(hashtextextended(?, 0))::text as locked',
          [`workspaces of ${owner}`],
        ),
      ]
    : [];
}

/** How many workspaces a Group has. */
export async function countOwned(
  transaction: Knex.Transaction,
  owner: string,
): Promise<number> {
  const owned = await transaction<WorkspaceRow>('workspaces')
    .where({ owner, is_default: false })
    .count({ total: '*' })
    .first();
  return Number(owned?.total);
}

/** The refusal of one workspace more than a Group may have. */
export function limitReached(owner: string, limit: number): ConflictError {
  return conflict(
    'GroupLimitReached',
    `${owner} has ${limit} team workspaces, as many as a Group may have.`,
  );
}

/** A refusal of the store, with its code. */
export function conflict(code: Reason, message: string): ConflictError {
  return Object.assign(new ConflictError(message), { code });
}
