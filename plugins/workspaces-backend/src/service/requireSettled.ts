import { notFound } from '../permissions/WorkspaceAuthorizer';
import type { StoredWorkspace } from '../types';
import { RequestError } from './RequestError';

/** Refuses a workspace that is not there, or that is being deleted. */
export function requireSettled(
  workspace: StoredWorkspace | undefined,
  id: string,
): StoredWorkspace {
  if (!workspace) {
    throw notFound(id);
  }
  if (workspace.deletionRequestedAt) {
    throw new RequestError(
      'WorkspaceDeleting',
      `The workspace "${id}" is being deleted and takes no changes any more.`,
    );
  }
  return workspace;
}

/** The refusal of a change that was made on an earlier revision. */
export function staleRevision(current: StoredWorkspace): RequestError {
  return new RequestError(
    'RevisionConflict',
    `The workspace "${current.id}" changed since it was read; its revision is now ${current.revision}.`,
    { current: current.revision },
  );
}
