import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  workspacePermissions,
  type Permission,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacePermissionResourceRef } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { FilterTree, StoredWorkspace } from '../types';
import type { Caller } from './Caller';
import { toResource } from './toResource';

const PERMISSIONS = Object.keys(workspacePermissions) as Permission[];

/**
 * What the permission framework says about a caller. All resource permissions are asked for at once, and once
 * per caller, that is, per request; conditions are then evaluated here.
 */
export class PolicyDecisions {
  readonly #permissions: PermissionsService;
  readonly #allows: (
    decision: PolicyDecision,
    workspace: StoredWorkspace,
  ) => boolean;
  readonly #toFilter: (decision: PolicyDecision) => FilterTree | undefined;
  readonly #known = new WeakMap<
    Caller,
    Promise<ReadonlyMap<Permission, PolicyDecision>>
  >();

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    const ruleset = options.permissionsRegistry.getPermissionRuleset(
      workspacePermissionResourceRef,
    );
    const authorize = createConditionAuthorizer(ruleset);
    const transform = createConditionTransformer(ruleset);
    this.#allows = (decision, workspace) =>
      authorize(decision, toResource(workspace));
    this.#toFilter = decision =>
      decision.result === AuthorizeResult.CONDITIONAL
        ? (transform(decision.conditions) as FilterTree)
        : undefined;
  }

  /** Whether the framework does not deny a permission that is about no particular workspace. */
  async allowsBasic(
    caller: Caller,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials: caller.credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** The permissions that the framework does not deny for a workspace. */
  async allowed(
    caller: Caller,
    workspace: StoredWorkspace,
  ): Promise<Permission[]> {
    const decisions = await this.#decisions(caller);
    return PERMISSIONS.filter(permission => {
      const decision = decisions.get(permission);
      return decision !== undefined && this.#allows(decision, workspace);
    });
  }

  /** The workspaces for which reading is not denied: a filter, or all, or none. */
  async readable(caller: Caller): Promise<FilterTree | 'all' | 'none'> {
    const decision = (await this.#decisions(caller)).get('read');
    if (!decision || decision.result === AuthorizeResult.DENY) {
      return 'none';
    }
    return this.#toFilter(decision) ?? 'all';
  }

  async #decisions(
    caller: Caller,
  ): Promise<ReadonlyMap<Permission, PolicyDecision>> {
    const known = this.#known.get(caller);
    if (known) {
      return known;
    }
    const asked = this.#permissions
      .authorizeConditional(
        PERMISSIONS.map(name => ({ permission: workspacePermissions[name] })),
        { credentials: caller.credentials },
      )
      .then(
        decisions =>
          new Map(PERMISSIONS.map((name, index) => [name, decisions[index]])),
      );
    this.#known.set(caller, asked);
    return asked;
  }
}
