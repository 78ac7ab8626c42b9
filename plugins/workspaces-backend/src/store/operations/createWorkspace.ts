import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { NewWorkspace, StoredWorkspace } from '../../types';
import { toSearchText, toStoredWorkspace } from '../mapping';
import type { MemberRow, WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { conflict, countOwned, limitReached, ownerLock } from './ownerLimit';

/**
 * Stores a new workspace, due now. Refuses a taken id and an owner with `limit` workspaces;
 * the count and the insertion are one on both databases.
 */
export async function createWorkspace(
  database: StoreDatabase,
  workspace: NewWorkspace,
  limit: number,
): Promise<StoredWorkspace> {
  return database.client.transaction(async transaction => {
    const row = newWorkspaceRow(database, workspace);
    // The lock comes with the insertion, and so before the count.
    const inserted = await transaction<WorkspaceRow>('workspaces')
      .insert(row)
      .onConflict('id')
      .ignore()
      .returning(['uid', ...ownerLock(database, workspace.owner)]);
    if (inserted.length === 0) {
      throw conflict('WorkspaceConflict', `The id ${workspace.id} is taken.`);
    }
    if ((await countOwned(transaction, workspace.owner)) > limit) {
      throw limitReached(workspace.owner, limit);
    }
    const members = await insertMembers(transaction, row, workspace.members);
    return toStoredWorkspace(row, members, []);
  });
}

/** The row of a workspace that nothing was done for yet. */
export function newWorkspaceRow(
  database: StoreDatabase,
  workspace: Omit<NewWorkspace, 'owner'> & { readonly owner?: string },
): WorkspaceRow {
  const now = database.now();
  return {
    uid: randomUUID(),
    id: workspace.id,
    display_name: workspace.displayName,
    description: workspace.description,
    owner: workspace.owner ?? null,
    cluster: workspace.cluster,
    quota_profile: workspace.quotaProfile,
    is_default: false,
    protected: false,
    expires_at: null,
    namespaces: JSON.stringify(workspace.namespaces),
    search_text: toSearchText(workspace),
    creation_token: randomUUID(),
    created_by: workspace.createdBy,
    created_at: now,
    updated_at: now,
    deletion_requested_at: null,
    deletion_requested_by: null,
    generation: 1,
    revision: 1,
    version: 1,
    phase: 'pending',
    conditions: '[]',
    reasons: '',
    observed_generation: 0,
    last_pass_at: null,
    next_attempt_at: now,
    attempts: 0,
    due_mark: 1,
    reset_mark: 1,
    lease_token: null,
    lease_until: null,
    lease_mark: null,
    iam_mode: 'none',
    iam_role_arn: null,
    iam_last_sync: null,
  };
}

/** Stores the members of a workspace that has none; their rows in the order in which they are read. */
export async function insertMembers(
  transaction: Knex.Transaction,
  workspace: Pick<WorkspaceRow, 'uid' | 'created_by' | 'created_at'>,
  members: NewWorkspace['members'],
): Promise<MemberRow[]> {
  const rows = members.map(({ subject, role }) => ({
    workspace_uid: workspace.uid,
    subject,
    role,
    source: subject === workspace.created_by ? 'requester' : 'added',
    added_by: workspace.created_by,
    added_at: workspace.created_at,
  }));
  if (rows.length > 0) {
    await transaction<MemberRow>('workspace_members').insert(rows);
  }
  return rows.sort((one, other) => (one.subject < other.subject ? -1 : 1));
}
