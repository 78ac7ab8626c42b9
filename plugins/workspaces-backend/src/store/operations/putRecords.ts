import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Knex } from 'knex';
import type { Lease } from '../../types';
import type { ObjectRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { holdsLease } from './leases';

/** Columns of text beside the workspace. */
const COLUMNS = [
  'api_version',
  'kind',
  'namespace',
  'name',
  'uid',
  'step',
] as const;

/** Those and `adopted`, counted from 0. */
const WIDTH = [...COLUMNS.keys(), COLUMNS.length];

/** Part of a statement. */
interface Upsertion {
  readonly sql: string;
  readonly bindings: readonly (string | string[])[];
}

const KEY = ['workspace_uid', 'kind', 'namespace', 'name', 'api_version'];

/**
 * Adds or replaces records in one statement that checks the lease as well: it locks the row of the workspace, so
 * that nobody takes the workspace over between the check and the insertion. False: lease lost.
 */
export async function putRecords(
  database: StoreDatabase,
  lease: Lease,
  records: readonly ObjectRecord[],
): Promise<boolean> {
  if (records.length === 0) {
    return holdsLease(database, lease);
  }
  const upsertion = upsertionOf(database, lease, records);
  const result = await database.client.raw(
    `with held as (
       select uid from workspaces where uid = ? and lease_token = ?
       ${database.isPostgres ? 'for share' : ''}
     )
     ${upsertion.sql}`,
    [lease.workspaceUid, lease.token, ...upsertion.bindings],
  );
  return (database.isPostgres ? result.rows : result).length > 0;
}

/** The part of a statement that adds or replaces records when `held`, an earlier part, has the workspace. */
export function upsertionOf(
  database: StoreDatabase,
  lease: Lease,
  records: readonly ObjectRecord[],
): Upsertion {
  const rows = records.map(record => toObjectRow(lease.workspaceUid, record));
  const { sql, bindings } = database.isPostgres
    ? toArrays(rows)
    : toValues(rows);
  return {
    sql: `insert into workspace_objects
       (workspace_uid, ${COLUMNS.join(', ')}, adopted)
     select held.uid, r.column1, r.column2, r.column3, r.column4, r.column5, r.column6, r.column7 = 'true'
     from held, ${sql}
     where true
     on conflict (${KEY.join(', ')}) do update
     set uid = excluded.uid, step = excluded.step, adopted = excluded.adopted
     returning uid`,
    bindings,
  };
}

/** One array for each column: PostgreSQL takes its time to read hundreds of values. */
function toArrays(rows: readonly ObjectRow[]): Upsertion {
  const columns = rows.map(toTexts);
  return {
    sql: `unnest(${WIDTH.map(() => '?::text[]').join(', ')})
      as r (${WIDTH.map(column => `column${column + 1}`).join(', ')})`,
    bindings: WIDTH.map(column => columns.map(texts => texts[column])),
  };
}

function toValues(rows: readonly ObjectRow[]): Upsertion {
  const rowOfValues = `(${WIDTH.map(() => '?').join(', ')})`;
  return {
    sql: `(values ${rows.map(() => rowOfValues).join(', ')}) as r`,
    bindings: rows.flatMap(toTexts),
  };
}

/** Booleans go as text because columns of `values` have no other type. */
function toTexts(row: ObjectRow): string[] {
  return [...COLUMNS.map(column => row[column]), String(row.adopted)];
}

/** Adds or replaces rows of records without a lease. */
export async function upsertRecords(
  transaction: Knex.Transaction,
  rows: readonly ObjectRow[],
): Promise<void> {
  await transaction<ObjectRow>('workspace_objects')
    .insert([...rows])
    .onConflict(KEY)
    .merge(['uid', 'step', 'adopted']);
}

/** The row of a record. */
export function toObjectRow(
  workspaceUid: string,
  record: ObjectRecord,
): ObjectRow {
  return {
    workspace_uid: workspaceUid,
    api_version: record.apiVersion,
    kind: record.kind,
    namespace: record.namespace ?? '',
    name: record.name,
    uid: record.uid,
    step: record.step,
    adopted: record.adopted,
  };
}
