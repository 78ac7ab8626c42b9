import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Knex } from 'knex';
import type { Lease } from '../../types';
import type { ObjectRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { holdsLease } from './leases';

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
  const { sql, bindings } = upsertionOf(lease, records);
  const result = await database.client.raw(
    `with held as (
       select uid from workspaces where uid = ? and lease_token = ?
       ${database.isPostgres ? 'for share' : ''}
     )
     ${sql}`,
    [lease.workspaceUid, lease.token, ...bindings],
  );
  return (database.isPostgres ? result.rows : result).length > 0;
}

/** The part of a statement that adds or replaces records when `held`, an earlier part, has the workspace. */
export function upsertionOf(
  lease: Lease,
  records: readonly ObjectRecord[],
): { readonly sql: string; readonly bindings: readonly string[] } {
  const rows = records.map(record => toObjectRow(lease.workspaceUid, record));
  const rowOfValues = '(?, ?, ?, ?, ?, ?, ?)';
  return {
    // Booleans go as text because columns of `values` have no other type.
    sql: `insert into workspace_objects
       (workspace_uid, api_version, kind, namespace, name, uid, step, adopted)
     select held.uid, r.column1, r.column2, r.column3, r.column4, r.column5, r.column6, r.column7 = 'true'
     from held, (values ${rows.map(() => rowOfValues).join(', ')}) as r
     where true
     on conflict (${KEY.join(', ')}) do update
     set uid = excluded.uid, step = excluded.step, adopted = excluded.adopted
     returning uid`,
    bindings: rows.flatMap(row => [
      row.api_version,
      row.kind,
      row.namespace,
      row.name,
      row.uid,
      row.step,
      String(row.adopted),
    ]),
  };
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
