import {
  roleGrants,
  type Permission,
  type Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useCallback } from 'react';
import { refsText } from '../format/refs';
import { useMessages } from './useMessages';
import { useOptions } from './useOptions';

/**
 * Tells why the caller may not do something with a workspace: a sentence that names who may, or undefined when
 * the caller may.
 */
export function useAccess(
  workspace: Workspace,
): (permission: Permission) => string | undefined {
  const t = useMessages();
  const { value: options } = useOptions();
  const { role, permissions } = workspace.access;
  return useCallback(
    permission => {
      if (permissions.includes(permission)) {
        return undefined;
      }
      if (roleGrants(role, permission)) {
        return t('common.deniedPolicy');
      }
      const names = {
        admins: refsText(options?.admins ?? []) || '–',
        role: t(`common.role.${role}`),
      };
      return roleGrants('admin', permission)
        ? t('common.deniedAdmin', names)
        : t('common.deniedPortalAdmin', names);
    },
    [permissions, role, options, t],
  );
}
