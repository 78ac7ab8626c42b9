import type { WorkspacePatch } from '../../types';
import { toSearchText } from '../mapping';
import type { StoreDatabase } from '../StoreDatabase';
import { changeWorkspace } from './changeWorkspace';

/** Changes what people may change. False: stale revision, or gone. */
export async function updateWorkspace(
  database: StoreDatabase,
  uid: string,
  revision: number,
  patch: WorkspacePatch,
): Promise<boolean> {
  return changeWorkspace(database, uid, workspace => {
    if (workspace.revision !== revision || workspace.isDefault) {
      return { set: undefined, restart: false };
    }
    const changed = { ...workspace, ...withoutUndefined(patch) };
    // The other fields are for people only and never reach the cluster.
    const restart =
      changed.quotaProfile !== workspace.quotaProfile ||
      changed.displayName !== workspace.displayName;
    return {
      restart,
      set: {
        display_name: changed.displayName,
        description: changed.description,
        search_text: toSearchText(changed),
        quota_profile: changed.quotaProfile,
        protected: changed.protected,
        expires_at: changed.expiresAt ? new Date(changed.expiresAt) : null,
        revision: revision + 1,
        generation: workspace.generation + (restart ? 1 : 0),
        updated_at: database.now(),
      },
    };
  });
}

function withoutUndefined(patch: WorkspacePatch): WorkspacePatch {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
}
