import {
  highestRole,
  type Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { StoredWorkspace } from '../types';
import type { Caller } from './Caller';

/** The role of a caller in a workspace: the highest that membership, ownership or configuration gives. */
export function roleOf(
  caller: Pick<Caller, 'refs' | 'isPortalAdmin'>,
  workspace: Pick<StoredWorkspace, 'owner' | 'members' | 'isDefault'>,
): Role {
  const roles: Role[] = workspace.members
    .filter(({ subject }) => caller.refs.has(subject))
    .map(({ role }) => role);
  if (caller.isPortalAdmin) {
    roles.push('portal-admin');
  }
  if (workspace.owner !== undefined && caller.refs.has(workspace.owner)) {
    roles.push('user');
  }
  if (workspace.isDefault) {
    roles.push('viewer');
  }
  return highestRole(roles);
}
