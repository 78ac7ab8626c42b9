import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { InitiatorApi } from './InitiatorApi';
import { codeOf } from './readableError';
import { readKnownWorkspace } from './readWorkspace';

/** How often the workspace is read again when it changed between reading it and asking for its deletion. */
const MAX_ATTEMPTS = 5;

/** Asks for the deletion of a workspace, once: one that is being deleted or is gone stays as it is. */
export async function requestDeletion(
  api: InitiatorApi,
  workspace: Workspace,
): Promise<void> {
  let current: Workspace | undefined = workspace;
  for (let attempt = 1; current && current.phase !== 'deleting'; attempt++) {
    const { id, revision, deletionRequestedAt }: Workspace = current;
    if (deletionRequestedAt) {
      return;
    }
    try {
      await api.call((client, options) =>
        client.deleteWorkspace(id, { revision, confirmation: id }, options),
      );
      return;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'WorkspaceDeleting') {
        return;
      }
      if (code !== 'RevisionConflict' || attempt === MAX_ATTEMPTS) {
        throw error;
      }
      current = await readKnownWorkspace(api, current);
    }
  }
}
