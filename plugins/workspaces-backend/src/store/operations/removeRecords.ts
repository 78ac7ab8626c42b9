import type { ObjectIdentity } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Lease } from '../../types';
import type { ObjectRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { holdsLease } from './leases';

/** Forgets records. False: lease lost. */
export async function removeRecords(
  database: StoreDatabase,
  lease: Lease,
  records: readonly ObjectIdentity[],
): Promise<boolean> {
  if (records.length === 0) {
    return holdsLease(database, lease);
  }
  const removed = await database
    .client<ObjectRow>('workspace_objects')
    .where({ workspace_uid: lease.workspaceUid })
    .whereExists(held => {
      held
        .from('workspaces')
        .where({ uid: lease.workspaceUid, lease_token: lease.token })
        .select(database.client.raw('1'));
      if (database.isPostgres) {
        held.forShare();
      }
    })
    .whereIn(
      ['kind', 'namespace', 'name', 'api_version'],
      records.map(record => [
        record.kind,
        record.namespace ?? '',
        record.name,
        record.apiVersion,
      ]),
    )
    .delete();
  return removed > 0 || holdsLease(database, lease);
}
