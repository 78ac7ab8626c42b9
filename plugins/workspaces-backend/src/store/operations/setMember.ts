import type { MemberChange } from '../../types';
import type { MemberRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { changeMembership } from './changeMembership';

/**
 * Gives a User or Group a role. A row that is there keeps where it came from. False: stale revision, being deleted,
 * or gone.
 */
export async function setMember(
  database: StoreDatabase,
  uid: string,
  revision: number,
  { subject, role, actor }: MemberChange,
): Promise<boolean> {
  return changeMembership(database, uid, revision, async transaction => {
    const row: MemberRow = {
      workspace_uid: uid,
      subject,
      role,
      source: 'added',
      added_by: actor,
      added_at: database.now(),
    };
    await transaction<MemberRow>('workspace_members')
      .insert(row)
      .onConflict(['workspace_uid', 'subject'])
      .merge({ role });
    return {};
  });
}
