import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import { toObjectRecord } from '../mapping';
import type { ObjectRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** Records of one workspace. */
export async function listRecords(
  database: StoreDatabase,
  uid: string,
): Promise<ObjectRecord[]> {
  const rows = await database
    .client<ObjectRow>('workspace_objects')
    .where({ workspace_uid: uid })
    .select();
  return rows.map(toObjectRecord);
}

/** Records of every workspace of a cluster, by uid of the workspace. */
export async function listRecordsOfCluster(
  database: StoreDatabase,
  cluster: string,
): Promise<Map<string, ObjectRecord[]>> {
  const rows: ObjectRow[] = await database
    .client('workspace_objects')
    .join('workspaces', 'workspaces.uid', 'workspace_objects.workspace_uid')
    .where('workspaces.cluster', cluster)
    .select('workspace_objects.*');
  const byUid = new Map<string, ObjectRecord[]>();
  for (const row of rows) {
    const records = byUid.get(row.workspace_uid);
    if (records) {
      records.push(toObjectRecord(row));
    } else {
      byUid.set(row.workspace_uid, [toObjectRecord(row)]);
    }
  }
  return byUid;
}
