import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  workspacePermissions,
  workspacesAccessPermission,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  createWorkspaceConditionalDecision,
  workspaceConditions,
  workspaceRules,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import type { Caller } from './Caller';
import { PolicyDecisions } from './PolicyDecisions';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

describe('PolicyDecisions', () => {
  const start = (read: PolicyDecision = ALLOW) => {
    const permissions = mockServices.permissions.mock({
      authorize: async () => [{ result: AuthorizeResult.DENY }],
      authorizeConditional: jest.fn(async requests =>
        requests.map(({ permission }) =>
          permission.name === workspacePermissions.read.name ? read : ALLOW,
        ),
      ),
    });
    const permissionsRegistry = mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({
        getRuleByName: name => {
          const rule = Object.values(workspaceRules).find(
            candidate => candidate.name === name,
          );
          return rule as never;
        },
      }),
    });
    const caller: Caller = {
      credentials: mockCredentials.user(),
      userRef: 'user:default/dana',
      groups: [],
      refs: new Set(),
      isPortalAdmin: false,
    };
    const decisions = new PolicyDecisions({ permissions, permissionsRegistry });
    return { decisions, permissions, caller };
  };

  it('should ask once per caller for everything', async () => {
    const { decisions, permissions, caller } = start();
    await decisions.allowed(caller, storedWorkspace());
    await decisions.allowed(caller, storedWorkspace({ id: 'beta' }));
    await decisions.readable(caller);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    await decisions.readable({ ...caller });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(2);
  });

  it('should pass basic permissions on', async () => {
    const { decisions, caller } = start();
    expect(
      await decisions.allowsBasic(caller, workspacesAccessPermission),
    ).toBe(false);
  });

  it('should tell all, none, and a filter apart', async () => {
    const all = start();
    expect(await all.decisions.readable(all.caller)).toBe('all');
    const none = start(DENY);
    expect(await none.decisions.readable(none.caller)).toBe('none');
    const some = start(
      createWorkspaceConditionalDecision(
        workspacePermissions.read,
        workspaceConditions.hasPhase({ phases: ['active'] }),
      ),
    );
    expect(await some.decisions.readable(some.caller)).toEqual({
      phases: ['active'],
    });
  });

  it('should evaluate conditions on a workspace', async () => {
    const { decisions, caller } = start(
      createWorkspaceConditionalDecision(
        workspacePermissions.read,
        workspaceConditions.hasPhase({ phases: ['active'] }),
      ),
    );
    const pending = storedWorkspace({ phase: 'pending' });
    const active = storedWorkspace({ phase: 'active' });
    expect(await decisions.allowed(caller, pending)).not.toContain('read');
    expect(await decisions.allowed(caller, active)).toContain('read');
  });
});
