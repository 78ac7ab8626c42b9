import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Claim } from '../../types';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { readWorkspacesWithRecords } from './readWorkspaces';

/**
 * Claims due workspaces in one statement: on PostgreSQL, backends that claim at the same time skip each other's
 * rows; on SQLite the statement itself is atomic. A claim of a backend that died is open again once its lease
 * expired, and the due time is still there because claiming leaves it.
 */
export async function claimDue(
  database: StoreDatabase,
  limit: number,
  leaseMs: number,
): Promise<Claim[]> {
  const { client } = database;
  const token = randomUUID();
  const claimed: WorkspaceRow[] = await client
    .with('due', due => selectDue(database, due, limit))
    .from('workspaces')
    .whereIn('uid', uids => uids.from('due').select('uid'))
    .update({
      lease_token: token,
      lease_until: database.queueTimeIn(leaseMs),
      lease_mark: client.ref('due_mark'),
    })
    .returning('*');
  const read = await readWorkspacesWithRecords(client, claimed);
  return read.map(({ workspace, records }) => ({
    workspace,
    records,
    lease: { workspaceUid: workspace.uid, token },
  }));
}

function selectDue(
  database: StoreDatabase,
  due: Knex.QueryBuilder,
  limit: number,
): void {
  const now = database.queueNow();
  due
    .from('workspaces')
    .select('uid')
    .where('next_attempt_at', '<=', now)
    .andWhere(free =>
      free.whereNull('lease_until').orWhere('lease_until', '<=', now),
    )
    .orderBy('next_attempt_at')
    .limit(limit);
  if (database.isPostgres) {
    due.forUpdate().skipLocked();
  }
}
