import {
  DEFAULT_WORKSPACE_ID,
  roleGrants,
  workspaceCreatePermission,
  workspacesAccessPermission,
  workspacesHealthPermission,
  type Access,
  type Permission,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { RequestError } from '../service/RequestError';
import type { FilterTree, StoredWorkspace } from '../types';
import type { Caller } from './Caller';
import type { PolicyDecisions } from './PolicyDecisions';
import { roleOf } from './roleOf';

/**
 * Decides who may do what: the role of the caller must grant it, and the permission framework must not deny it.
 * A policy can therefore only take away, which keeps a backend with the allow-all policy safe.
 *
 * A workspace that the caller may not read does not exist for the caller.
 */
export class WorkspaceAuthorizer {
  readonly #decisions: PolicyDecisions;

  constructor(options: { decisions: PolicyDecisions }) {
    this.#decisions = options.decisions;
  }

  /** What the caller may do with a workspace. */
  async accessOf(caller: Caller, workspace: StoredWorkspace): Promise<Access> {
    const role = roleOf(caller, workspace);
    const allowed = await this.#decisions.allowed(caller, workspace);
    return {
      role,
      permissions: allowed.filter(
        permission =>
          roleGrants(role, permission) &&
          (!workspace.isDefault || permission === 'read'),
      ),
    };
  }

  /** Refuses unless the caller may use the plugin at all. */
  async requireAccess(caller: Caller): Promise<void> {
    if (
      !(await this.#decisions.allowsBasic(caller, workspacesAccessPermission))
    ) {
      throw denied('use team workspaces');
    }
  }

  /** Refuses unless the caller may do this with the workspace. Undefined stands for no such workspace. */
  async require(
    caller: Caller,
    workspace: StoredWorkspace | undefined,
    id: string,
    permission: Permission,
  ): Promise<StoredWorkspace> {
    const access = workspace && (await this.accessOf(caller, workspace));
    if (!workspace || !access?.permissions.includes('read')) {
      throw notFound(id);
    }
    if (access.permissions.includes(permission)) {
      return workspace;
    }
    if (workspace.isDefault) {
      throw outOfDefault(permission);
    }
    throw denied(`${permission} the workspace "${id}"`);
  }

  /** Refuses unless the caller may request a workspace for a Group. */
  async requireCreate(caller: Caller, owner: string): Promise<void> {
    if (
      !(await this.#decisions.allowsBasic(caller, workspaceCreatePermission))
    ) {
      throw denied('request a workspace');
    }
    if (!caller.isPortalAdmin && !caller.refs.has(owner)) {
      throw new RequestError(
        'NotGroupMember',
        `You do not belong to ${owner}. Workspaces are requested for Groups that one belongs to.`,
      );
    }
  }

  /** Refuses unless the caller is a portal admin who may see the health of the plugin. */
  async requireHealth(caller: Caller): Promise<void> {
    if (
      !caller.isPortalAdmin ||
      !(await this.#decisions.allowsBasic(caller, workspacesHealthPermission))
    ) {
      throw denied('see the health of team workspaces');
    }
  }

  /** A filter of the workspaces that the caller may read; undefined for every one, `none` for not one. */
  async readable(caller: Caller): Promise<FilterTree | undefined | 'none'> {
    const byPolicy = await this.#decisions.readable(caller);
    if (byPolicy === 'none') {
      return 'none';
    }
    const filters: FilterTree[] = byPolicy === 'all' ? [] : [byPolicy];
    if (!caller.isPortalAdmin) {
      const refs = [...caller.refs];
      filters.push({
        anyOf: [
          { owners: refs },
          { members: refs },
          { ids: [DEFAULT_WORKSPACE_ID] },
        ],
      });
    }
    return filters.length === 0 ? undefined : { allOf: filters };
  }
}

/** The one answer for workspaces that do not exist and for those of others. */
export function notFound(id: string): RequestError {
  return new RequestError(
    'WorkspaceNotFound',
    `There is no workspace "${id}" that you may see.`,
  );
}

/** Whoever wants to read does not want to hear that nothing is changed. */
function outOfDefault(permission: Permission): RequestError {
  return permission.startsWith('read')
    ? new RequestError(
        'PermissionDenied',
        'The default workspace has neither ServiceAccounts nor an AWS role of its own: there is nothing to read.',
      )
    : new RequestError(
        'DefaultWorkspaceReadOnly',
        'The default workspace stands on namespaces that were there before and is never changed.',
      );
}

function denied(action: string): RequestError {
  return new RequestError('PermissionDenied', `You may not ${action}.`);
}
