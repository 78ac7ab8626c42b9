import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  workspacePermissions,
  workspacesPermissions,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  workspacePermissionResourceRef,
  workspaceRules,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { WorkspaceStore } from '../types';
import { toResource } from './toResource';

/** Tells the permission framework about our permissions, resources and rules. References are ids of workspaces. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  store: Pick<WorkspaceStore, 'findById'>;
}): void {
  const { permissionsRegistry, store } = options;
  permissionsRegistry.addResourceType({
    resourceRef: workspacePermissionResourceRef,
    permissions: Object.values(workspacePermissions),
    rules: Object.values(workspaceRules),
    getResources: ids =>
      Promise.all(
        ids.map(async id => {
          const workspace = await store.findById(id);
          return workspace && toResource(workspace);
        }),
      ),
  });
  permissionsRegistry.addPermissions(
    workspacesPermissions.filter(({ type }) => type === 'basic'),
  );
}
