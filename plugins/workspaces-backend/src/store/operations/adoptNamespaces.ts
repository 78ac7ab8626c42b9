import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoreDatabase } from '../StoreDatabase';
import { changeWorkspace } from './changeWorkspace';
import { toObjectRow, upsertRecords } from './putRecords';

/** Records adopted namespaces. False: stale revision, or gone. */
export async function adoptNamespaces(
  database: StoreDatabase,
  uid: string,
  revision: number,
  records: readonly ObjectRecord[],
): Promise<boolean> {
  return changeWorkspace(database, uid, async (workspace, transaction) => {
    if (workspace.revision !== revision || workspace.isDefault) {
      return { set: undefined, restart: false };
    }
    if (records.length > 0) {
      await upsertRecords(
        transaction,
        records.map(record => toObjectRow(uid, record)),
      );
    }
    return {
      restart: true,
      set: { revision: revision + 1, updated_at: database.now() },
    };
  });
}
