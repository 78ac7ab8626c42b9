import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_WORKSPACE } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '../workspace';

/**
 * A filter of workspaces that a list can turn into SQL. Each field is a list of accepted values.
 *
 * @public
 */
export type WorkspaceFilter =
  | { readonly ids: readonly string[] }
  | { readonly owners: readonly string[] }
  | { readonly clusters: readonly string[] }
  | { readonly phases: readonly Workspace['phase'][] }
  | { readonly members: readonly string[] };

/** A workspace and its members, as permission rules see it. @public */
export interface WorkspaceResource extends Workspace {
  /** Entity refs of members and Groups with a role, the owner included. */
  readonly members: readonly string[];
}

/** The resource that permission rules of workspaces are about. @public */
export const workspacePermissionResourceRef = createPermissionResourceRef<
  WorkspaceResource,
  WorkspaceFilter
>().with({ pluginId: 'workspaces', resourceType: RESOURCE_TYPE_WORKSPACE });
