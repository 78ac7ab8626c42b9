import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { WorkspacesClient } from '@team-workspaces/backstage-plugin-workspaces-common';
import { createWorkspacesAwaitAction } from './actions/await';
import { createWorkspacesCreateAction } from './actions/create';
import { createWorkspacesDeleteAction } from './actions/delete';
import { createWorkspacesIamSetRoleAction } from './actions/iamSetRole';
import { createWorkspacesIamSyncAction } from './actions/iamSync';
import { createWorkspacesMembersAddAction } from './actions/membersAdd';

/**
 * Adds the actions `workspaces:create`, `workspaces:await`, `workspaces:delete`, `workspaces:members:add`,
 * `workspaces:iam:set-role` and `workspaces:iam:sync` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleWorkspaces = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'workspaces',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, discovery }) {
        const api = new WorkspacesClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        scaffolder.addActions(
          createWorkspacesCreateAction({ api, auth }),
          createWorkspacesAwaitAction({ api, auth }),
          createWorkspacesDeleteAction({ api, auth }),
          createWorkspacesMembersAddAction({ api, auth }),
          createWorkspacesIamSetRoleAction({ api, auth }),
          createWorkspacesIamSyncAction({ api, auth }),
        );
      },
    });
  },
});
