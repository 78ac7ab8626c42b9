import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createWorkspaceConditionalDecision,
  workspaceConditions,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  ROLE_PERMISSIONS,
  workspacePermissions,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

/** A portal whose policy denies some permissions, or answers to them with conditions. */
async function startWithPolicy(
  policy: Readonly<Record<string, PolicyDecision>>,
): Promise<Portal> {
  const portal = await startPortal({
    permissions: {
      authorize: async requests =>
        requests.map(({ permission }) =>
          policy[permission.name]?.result === AuthorizeResult.DENY
            ? DENY
            : ALLOW,
        ),
      authorizeConditional: async requests =>
        requests.map(({ permission }) => policy[permission.name] ?? ALLOW),
    },
  });
  for (const [id, owner] of [
    ['alpha', 'group:default/team-ds'],
    ['beta', 'group:default/insights'],
  ]) {
    await portal.store.create(
      newWorkspace(id, { cluster: 'dead', owner, members: [] }),
      5,
    );
  }
  return portal;
}

describe('permission policies', () => {
  let portal: Portal | undefined;

  afterEach(() => portal?.stop());

  const idsSeenBy = async (person: 'dana' | 'ada') => {
    const { body } = await (portal as Portal).as(person).get('/workspaces');
    expect(body.totalItems).toBe(body.items.length);
    expect(body.counts.all).toBe(body.items.length);
    return body.items.map(({ id }: { id: string }) => id).sort();
  };

  it('should widen nothing by allowing everything', async () => {
    portal = await startWithPolicy({});
    expect(await idsSeenBy('dana')).toEqual(['alpha', 'default']);
    expect(await idsSeenBy('ada')).toEqual(['alpha', 'beta', 'default']);
  });

  it('should keep everybody out when access is denied', async () => {
    portal = await startWithPolicy({ 'workspaces.access': DENY });
    for (const path of [
      '/workspaces',
      '/workspaces/alpha',
      '/options',
      '/ids/x1',
    ]) {
      const { status, body } = await portal.as('ada').get(path);
      expect([status, body.error.code]).toEqual([403, 'PermissionDenied']);
    }
  });

  it('should hide everything when reading is denied, even from portal admins', async () => {
    portal = await startWithPolicy({ 'workspaces.workspace.read': DENY });
    expect(await idsSeenBy('ada')).toEqual([]);
    const { status } = await portal.as('ada').get('/workspaces/alpha');
    expect(status).toBe(404);
  });

  it('should refuse to create when that is denied', async () => {
    portal = await startWithPolicy({ 'workspaces.workspace.create': DENY });
    const { status, body } = await portal.as('dana').post('/workspaces', {
      id: 'gamma',
      displayName: 'Gamma',
      owner: 'group:default/team-ds',
    });
    expect([status, body.error.code]).toEqual([403, 'PermissionDenied']);
  });

  it('should take single permissions away', async () => {
    portal = await startWithPolicy({ 'workspaces.workspace.delete': DENY });
    const { body } = await portal.as('ada').get('/workspaces/alpha');
    expect(body.access.permissions).toEqual(
      ROLE_PERMISSIONS['portal-admin'].filter(name => name !== 'delete'),
    );
    const deleted = await portal
      .as('ada')
      .post('/workspaces/alpha/delete', { revision: 1, confirmation: 'alpha' });
    expect(deleted.status).toBe(403);
  });

  it('should apply conditions to lists and to single workspaces alike', async () => {
    portal = await startWithPolicy({
      'workspaces.workspace.read': createWorkspaceConditionalDecision(
        workspacePermissions.read,
        {
          anyOf: [
            workspaceConditions.isOwner({ owners: ['group:default/insights'] }),
            workspaceConditions.inCluster({ clusters: ['moon'] }),
          ],
        },
      ),
    });
    expect(await idsSeenBy('ada')).toEqual(['beta']);
    expect(await idsSeenBy('dana')).toEqual([]);
    expect((await portal.as('ada').get('/workspaces/beta')).status).toBe(200);
    expect((await portal.as('ada').get('/workspaces/alpha')).status).toBe(404);
    expect((await portal.as('dana').get('/workspaces/beta')).status).toBe(404);
  });

  it('should evaluate negated conditions', async () => {
    portal = await startWithPolicy({
      'workspaces.workspace.read': createWorkspaceConditionalDecision(
        workspacePermissions.read,
        {
          not: workspaceConditions.hasMember({
            members: ['group:default/insights'],
          }),
        },
      ),
    });
    expect(await idsSeenBy('ada')).toEqual(['alpha', 'default']);
    expect((await portal.as('ada').get('/workspaces/beta')).status).toBe(404);
  });
});
