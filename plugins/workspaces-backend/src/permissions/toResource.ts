import type { WorkspaceResource } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredWorkspace } from '../types';

/** A workspace as permission rules see it. */
export function toResource(workspace: StoredWorkspace): WorkspaceResource {
  const subjects = workspace.members.map(({ subject }) => subject);
  return {
    ...workspace,
    members: workspace.owner ? [workspace.owner, ...subjects] : subjects,
  };
}
