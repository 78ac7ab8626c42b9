import type { MemberRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { changeMembership } from './changeMembership';

/** Takes the role of a User or Group away. False: stale revision, being deleted, or gone. */
export async function removeMember(
  database: StoreDatabase,
  uid: string,
  revision: number,
  subject: string,
): Promise<boolean> {
  return changeMembership(database, uid, revision, async transaction => {
    await transaction<MemberRow>('workspace_members')
      .where({ workspace_uid: uid, subject })
      .delete();
    return {};
  });
}
