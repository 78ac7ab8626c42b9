import type { StoreDatabase } from '../StoreDatabase';
import { changeWorkspace } from './changeWorkspace';

/** Marks for deletion. False: stale revision, protected, a default workspace, or gone. */
export async function requestDeletion(
  database: StoreDatabase,
  uid: string,
  revision: number,
  actor: string,
): Promise<boolean> {
  return changeWorkspace(database, uid, workspace => {
    const refused =
      workspace.revision !== revision ||
      workspace.protected ||
      workspace.isDefault;
    const now = database.now();
    return {
      restart: true,
      set: refused
        ? undefined
        : {
            deletion_requested_at: workspace.deletionRequestedAt
              ? new Date(workspace.deletionRequestedAt)
              : now,
            deletion_requested_by: workspace.deletionRequestedBy ?? actor,
            revision: revision + 1,
            // As Kubernetes does when it sets deletionTimestamp: something else is wanted now.
            generation: workspace.generation + 1,
            updated_at: now,
          },
    };
  });
}
