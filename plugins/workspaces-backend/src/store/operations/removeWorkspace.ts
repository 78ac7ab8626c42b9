import type { Lease } from '../../types';
import type { StoreDatabase } from '../StoreDatabase';

/** Removes a workspace and all of its but its activity. False: lease lost. */
export async function removeWorkspace(
  database: StoreDatabase,
  lease: Lease,
): Promise<boolean> {
  const uid = lease.workspaceUid;
  return database.client.transaction(async transaction => {
    const removed = await transaction('workspaces')
      .where({ uid, lease_token: lease.token })
      .delete();
    if (removed === 0) {
      return false;
    }
    await transaction('workspace_members')
      .where({ workspace_uid: uid })
      .delete();
    await transaction('workspace_objects')
      .where({ workspace_uid: uid })
      .delete();
    return true;
  });
}
