import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { Permission } from './schema/openapi';

/** Resource type of workspaces in the permission framework. @public */
export const RESOURCE_TYPE_WORKSPACE = 'workspace';

/**
 * Opens the pages at all. A basic permission, so that frontends can gate on it.
 *
 * @public
 */
export const workspacesAccessPermission = createPermission({
  name: 'workspaces.access',
  attributes: { action: 'read' },
});

/** Requests a workspace. @public */
export const workspaceCreatePermission = createPermission({
  name: 'workspaces.workspace.create',
  attributes: { action: 'create' },
});

/** Reads the health page. @public */
export const workspacesHealthPermission = createPermission({
  name: 'workspaces.health.read',
  attributes: { action: 'read' },
});

const resourcePermission = (
  name: Permission,
  action: 'read' | 'update' | 'delete',
): ResourcePermission<typeof RESOURCE_TYPE_WORKSPACE> =>
  createPermission({
    name: `workspaces.workspace.${name}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_WORKSPACE,
  });

/**
 * The resource permission that must not be denied for each thing that a role grants.
 *
 * @public
 */
export const workspacePermissions = {
  /** Sees the workspace, its activity and its usage. */
  read: resourcePermission('read', 'read'),
  /** Changes display name and description. */
  update: resourcePermission('update', 'update'),
  /** Changes quota profile, protection and expiry. */
  manage: resourcePermission('manage', 'update'),
  /** Sees what a change, repair, adoption or deletion would do. */
  plan: resourcePermission('plan', 'read'),
  /** Starts provisioning again. */
  retry: resourcePermission('retry', 'update'),
  /** Takes over namespaces that exist already. */
  adopt: resourcePermission('adopt', 'update'),
  /** Deletes the workspace. */
  delete: resourcePermission('delete', 'delete'),
  /** Gives the workspace to another Group. */
  transfer: resourcePermission('transfer', 'update'),
  /** Sees who belongs to the workspace, and their ServiceAccounts. */
  'read-members': resourcePermission('read-members', 'read'),
  /** Adds, changes and removes members. */
  'manage-members': resourcePermission('manage-members', 'update'),
  /** Sees the AWS role, its policies and the isolation proof. */
  'read-iam': resourcePermission('read-iam', 'read'),
  /** Writes the AWS role to the ServiceAccounts again. */
  'sync-iam': resourcePermission('sync-iam', 'update'),
  /** Sets and clears the AWS role. */
  'manage-iam': resourcePermission('manage-iam', 'update'),
} as const satisfies Record<
  Permission,
  ResourcePermission<typeof RESOURCE_TYPE_WORKSPACE>
>;

/** All permissions of the plugin. @public */
export const workspacesPermissions = [
  workspacesAccessPermission,
  workspaceCreatePermission,
  workspacesHealthPermission,
  ...Object.values(workspacePermissions),
];
