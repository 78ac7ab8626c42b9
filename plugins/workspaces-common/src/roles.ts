import type { MemberRole, Permission, Role } from './schema/openapi';

/**
 * What each role may do with a workspace. `portal-admin` comes from configuration, never from membership.
 *
 * @public
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  none: [],
  viewer: ['read', 'read-members'],
  machine: ['read'],
  user: ['read', 'read-members', 'read-iam'],
  admin: [
    'read',
    'update',
    'plan',
    'read-members',
    'manage-members',
    'read-iam',
    'sync-iam',
  ],
  'portal-admin': [
    'read',
    'update',
    'manage',
    'plan',
    'retry',
    'adopt',
    'delete',
    'transfer',
    'read-members',
    'manage-members',
    'read-iam',
    'sync-iam',
    'manage-iam',
  ],
};

/** Roles that members can be given, from the least to the most powerful. @public */
export const MEMBER_ROLES = [
  'machine',
  'viewer',
  'user',
  'admin',
] as const satisfies readonly MemberRole[];

/** All roles, from the least to the most powerful. @public */
export const ROLE_ORDER: readonly Role[] = [
  'none',
  ...MEMBER_ROLES,
  'portal-admin',
];

/** Whether a role grants a permission. @public */
export function roleGrants(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** The most powerful of some roles; `none` when there are none. @public */
export function highestRole(roles: Iterable<Role>): Role {
  let highest: Role = 'none';
  for (const role of roles) {
    if (ROLE_ORDER.indexOf(role) > ROLE_ORDER.indexOf(highest)) {
      highest = role;
    }
  }
  return highest;
}
