import type { MemberRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { changeMembership } from './changeMembership';
import { countOwned, limitReached, lockOwner } from './ownerLimit';

/**
 * Gives a workspace to another Group, whose own row goes: the owner belongs to the workspace in any case. Refuses an
 * owner with `limit` workspaces. False: stale revision, being deleted, or gone.
 */
export async function transferWorkspace(
  database: StoreDatabase,
  uid: string,
  revision: number,
  change: { readonly owner: string; readonly limit: number },
): Promise<boolean> {
  const { owner, limit } = change;
  return changeMembership(database, uid, revision, async transaction => {
    await lockOwner(database, transaction, owner);
    if ((await countOwned(transaction, owner)) >= limit) {
      throw limitReached(owner, limit);
    }
    await transaction<MemberRow>('workspace_members')
      .where({ workspace_uid: uid, subject: owner })
      .delete();
    return { owner };
  });
}
