import { createApiRef } from '@backstage/frontend-plugin-api';
import type { WorkspacesApi } from '@team-workspaces/backstage-plugin-workspaces-common';

/** The client of the workspaces API. @public */
export const workspacesApiRef = createApiRef<WorkspacesApi>().with({
  id: 'plugin.workspaces.client',
  pluginId: 'workspaces',
});
