import type {
  Condition,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Knex } from 'knex';
import type { Lease, PassResult, StoredStatus } from '../../types';
import { fromConditions, toStoredStatus } from '../mapping';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { underLease } from './leases';
import { putRecords, upsertionOf } from './putRecords';

/** Stores conditions in the middle of a pass. Undefined: lease lost. */
export async function saveProgress(
  database: StoreDatabase,
  lease: Lease,
  conditions: readonly Condition[],
  phase: Phase,
): Promise<StoredStatus | undefined> {
  return store(database, lease, {
    ...unlessRestarted(database, { ...fromConditions(conditions), phase }),
  });
}

/** Stores the end of a pass with its records, and gives the workspace back. Undefined: lease lost. */
export async function finishPass(
  database: StoreDatabase,
  lease: Lease,
  result: PassResult,
): Promise<StoredStatus | undefined> {
  const { client } = database;
  const { records = [] } = result;
  const columns = {
    ...unlessRestarted(database, {
      ...fromConditions(result.conditions),
      phase: result.phase,
      attempts: result.attempts,
    }),
    ...(result.observedGeneration !== undefined && {
      observed_generation: result.observedGeneration,
    }),
    next_attempt_at: client.raw(
      'case when due_mark > lease_mark then next_attempt_at else ? end',
      [
        result.nextAttemptAt
          ? nextAttempt(database, result.nextAttemptAt)
          : null,
      ],
    ),
    last_pass_at: database.now(),
    lease_token: null,
    lease_until: null,
    lease_mark: null,
  };
  if (database.isPostgres && records.length > 0) {
    return storeWithRecords(database, lease, columns, records);
  }
  // SQLite has no statement for both; what was recorded stays so when the lease is lost between the two.
  const held =
    records.length === 0 || (await putRecords(database, lease, records));
  return held ? store(database, lease, columns) : undefined;
}

async function store(
  database: StoreDatabase,
  lease: Lease,
  columns: Record<string, unknown>,
): Promise<StoredStatus | undefined> {
  const [row]: WorkspaceRow[] = await updating(database, lease, columns);
  return row && toStoredStatus(row);
}

async function storeWithRecords(
  database: StoreDatabase,
  lease: Lease,
  columns: Record<string, unknown>,
  records: readonly ObjectRecord[],
): Promise<StoredStatus | undefined> {
  const { client } = database;
  const { sql, bindings } = upsertionOf(database, lease, records);
  const [row]: WorkspaceRow[] = await client
    .with('held', updating(database, lease, columns))
    .with('recorded', client.raw(sql, bindings))
    .from('held')
    .select('*');
  return row && toStoredStatus(row);
}

function updating(
  database: StoreDatabase,
  lease: Lease,
  columns: Record<string, unknown>,
) {
  return underLease(database, lease)
    .update({ ...columns, version: database.client.raw('version + 1') })
    .returning('*');
}

/** What a pass found out does not count for a workspace that was retried, changed or marked for deletion meanwhile. */
function unlessRestarted(
  database: StoreDatabase,
  columns: Partial<
    Pick<WorkspaceRow, 'conditions' | 'reasons' | 'phase' | 'attempts'>
  >,
): Record<string, Knex.Raw> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      database.client.raw(
        'case when reset_mark > lease_mark then ?? else ? end',
        [column, value],
      ),
    ]),
  );
}

/** The delay that the reconciler meant, by the clock of the queue. */
function nextAttempt(database: StoreDatabase, at: Date): Knex.Raw | Date {
  return database.queueTimeIn(at.getTime() - database.now().getTime());
}
