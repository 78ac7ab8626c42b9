import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { changeWorkspace } from './changeWorkspace';

/**
 * Makes a workspace due now. The mark grows with each call, so that a pass that is under way knows at its end that
 * it may have looked too early.
 */
export async function makeDue(
  database: StoreDatabase,
  uid: string,
  options: { resetAttempts?: boolean } = {},
): Promise<void> {
  if (options.resetAttempts) {
    await changeWorkspace(database, uid, workspace => ({
      restart: true,
      set: workspace.isDefault ? undefined : {},
    }));
    return;
  }
  await database
    .client<WorkspaceRow>('workspaces')
    .where({ uid, is_default: false })
    .update({
      next_attempt_at: database.queueNow(),
      due_mark: database.client.raw('due_mark + 1'),
      version: database.client.raw('version + 1'),
    });
}
