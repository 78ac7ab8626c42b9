import type { NewWorkspace } from '../../types';
import { toSearchText } from '../mapping';
import type { MemberRow, WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { insertMembers, newWorkspaceRow } from './createWorkspace';

/** The default workspace as configured; its owner may be absent. */
export type DefaultWorkspace = Omit<NewWorkspace, 'owner'> & {
  readonly owner: string | undefined;
};

/**
 * Stores the default workspace as configured and removes any other one. Written only when it differs, so that
 * backends that start at the same time do not make versions for nothing.
 */
export async function syncDefaultWorkspace(
  database: StoreDatabase,
  workspace: DefaultWorkspace | undefined,
): Promise<void> {
  await database.client.transaction(async transaction => {
    const stale = transaction<WorkspaceRow>('workspaces').where({
      is_default: true,
    });
    if (!workspace) {
      await stale.delete();
      return;
    }
    await stale.andWhereNot({ id: workspace.id }).delete();
    const content = {
      display_name: workspace.displayName,
      description: workspace.description,
      search_text: toSearchText(workspace),
      owner: workspace.owner ?? null,
      cluster: workspace.cluster,
      quota_profile: workspace.quotaProfile,
      namespaces: JSON.stringify(workspace.namespaces),
    };
    const row: WorkspaceRow = {
      ...newWorkspaceRow(database, workspace),
      is_default: true,
      phase: 'active',
      observed_generation: 1,
      next_attempt_at: null,
    };
    const [inserted] = await transaction<WorkspaceRow>('workspaces')
      .insert(row)
      .onConflict('id')
      .ignore()
      .returning('uid');
    if (inserted) {
      await insertMembers(transaction, row, workspace.members);
      return;
    }
    const present = await transaction<WorkspaceRow>('workspaces')
      .where({ id: workspace.id })
      .first();
    if (!present?.is_default) {
      throw new Error(
        `The id ${workspace.id} of the default workspace belongs to another workspace; configure another id or delete that workspace.`,
      );
    }
    await transaction<MemberRow>('workspace_members')
      .where({ workspace_uid: present.uid })
      .delete();
    await insertMembers(transaction, present, workspace.members);
    const differs = Object.entries(content).some(
      ([column, value]) => present[column as keyof typeof content] !== value,
    );
    if (differs) {
      await transaction<WorkspaceRow>('workspaces')
        .where({ uid: present.uid })
        .update({
          ...content,
          revision: present.revision + 1,
          version: Number(present.version) + 1,
          updated_at: database.now(),
        });
    }
  });
}
