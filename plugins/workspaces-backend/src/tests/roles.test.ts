import {
  ROLE_PERMISSIONS,
  type Permission,
  type Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import type { StoredWorkspace } from '../types';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ID = 'alpha';

/** How each role comes about: by a row of a User or Group, by ownership, by configuration, or not at all. */
const PERSONS: Readonly<Record<Role, Person>> = {
  none: 'nico',
  viewer: 'vic',
  user: 'lee',
  admin: 'dana',
  machine: 'mia',
  'portal-admin': 'ada',
};

/** Every route about one workspace: what it needs, and how it is called so that nothing but the role can refuse. */
const ROUTES: readonly {
  readonly route: string;
  readonly permission: Permission;
  readonly call: (
    as: ReturnType<Portal['as']>,
    workspace: StoredWorkspace,
  ) => Promise<{ status: number; body: { error?: { code?: string } } }>;
}[] = [
  {
    route: 'GET /workspaces/:id',
    permission: 'read',
    call: as => as.get(`/workspaces/${ID}`),
  },
  {
    route: 'GET /workspaces/:id/activity',
    permission: 'read',
    call: as => as.get(`/workspaces/${ID}/activity`),
  },
  {
    route: 'GET /workspaces/:id/activity/filters',
    permission: 'read',
    call: as => as.get(`/workspaces/${ID}/activity/filters`),
  },
  {
    route: 'GET /workspaces/:id/usage',
    permission: 'read',
    call: as => as.get(`/workspaces/${ID}/usage`),
  },
  {
    route: 'PATCH /workspaces/:id (name)',
    permission: 'update',
    call: (as, workspace) =>
      as.patch(`/workspaces/${ID}`, {
        revision: workspace.revision,
        changes: { description: 'Changed' },
      }),
  },
  {
    route: 'PATCH /workspaces/:id (protection)',
    permission: 'manage',
    call: (as, workspace) =>
      as.patch(`/workspaces/${ID}`, {
        revision: workspace.revision,
        changes: { protected: false },
      }),
  },
  {
    route: 'PATCH /workspaces/:id (name and protection)',
    permission: 'manage',
    call: (as, workspace) =>
      as.patch(`/workspaces/${ID}`, {
        revision: workspace.revision,
        changes: { description: 'Changed', protected: false },
      }),
  },
  ...(['change', 'repair', 'adopt', 'delete'] as const).map(kind => ({
    route: `POST /workspaces/:id/plan (${kind})`,
    permission: 'plan' as const,
    call: (as: ReturnType<Portal['as']>) =>
      as.post(`/workspaces/${ID}/plan`, {
        kind,
        ...(kind === 'change' && { changes: { description: 'Changed' } }),
      }),
  })),
  {
    route: 'POST /workspaces/:id/plan (transfer)',
    permission: 'transfer',
    call: as =>
      as.post(`/workspaces/${ID}/plan`, {
        kind: 'transfer',
        owner: 'group:default/team-ds',
      }),
  },
  {
    route: 'POST /workspaces/:id/retry',
    permission: 'retry',
    call: as => as.post(`/workspaces/${ID}/retry`),
  },
  {
    route: 'POST /workspaces/:id/adopt',
    permission: 'adopt',
    call: (as, workspace) =>
      as.post(`/workspaces/${ID}/adopt`, {
        revision: workspace.revision,
        namespaces: [{ name: 'alpha-notebooks', uid: 'unknown' }],
      }),
  },
  {
    route: 'GET /workspaces/:id/members',
    permission: 'read-members',
    call: as => as.get(`/workspaces/${ID}/members`),
  },
  ...(['POST', 'PATCH'] as const).map(method => ({
    route: `${method} /workspaces/:id/members`,
    permission: 'manage-members' as const,
    call: (as: ReturnType<Portal['as']>, workspace: StoredWorkspace) =>
      as[method === 'POST' ? 'post' : 'patch'](`/workspaces/${ID}/members`, {
        // Stale, so that the members stay for the other cases.
        revision: workspace.revision - 1,
        subject: 'user:default/vic',
        role: 'viewer',
      }),
  })),
  {
    route: 'POST /workspaces/:id/members/remove',
    permission: 'manage-members',
    call: (as, workspace) =>
      as.post(`/workspaces/${ID}/members/remove`, {
        revision: workspace.revision - 1,
        subject: 'user:default/mia',
      }),
  },
  {
    route: 'POST /workspaces/:id/members/preview',
    permission: 'manage-members',
    call: as =>
      as.post(`/workspaces/${ID}/members/preview`, {
        subject: 'user:default/mia',
      }),
  },
  {
    route: 'POST /workspaces/:id/transfer',
    permission: 'transfer',
    call: (as, workspace) =>
      as.post(`/workspaces/${ID}/transfer`, {
        revision: workspace.revision - 1,
        owner: 'group:default/team-ds',
      }),
  },
  {
    route: 'POST /workspaces/:id/delete',
    permission: 'delete',
    call: (as, workspace) =>
      as.post(`/workspaces/${ID}/delete`, {
        // Stale, so that the workspace stays for the other cases.
        revision: workspace.revision - 1,
        confirmation: ID,
      }),
  },
];

const CASES = ROUTES.flatMap(route =>
  (Object.keys(PERSONS) as Role[]).map(role => ({ ...route, role })),
);

const MEMBERS = (Object.entries(PERSONS) as [Role, Person][]).filter(
  ([role]) => role !== 'none',
);

function outcomeOf(status: number, code: string | undefined): string {
  // A conflict comes after the check: the request got past it.
  return [200, 202, 409].includes(status) ? 'granted' : `${status} ${code}`;
}

function expectedOutcome(role: Role, permission: Permission): string {
  if (role === 'none') {
    return '404 WorkspaceNotFound';
  }
  return ROLE_PERMISSIONS[role].includes(permission)
    ? 'granted'
    : '403 PermissionDenied';
}

describe('roles under a policy that allows everything', () => {
  let portal: Portal;
  let workspace: StoredWorkspace;

  beforeAll(async () => {
    portal = await startPortal();
    await portal.store.create(
      newWorkspace(ID, {
        owner: 'group:default/team-alpha',
        cluster: 'dead',
        members: [
          { subject: 'user:default/dana', role: 'admin' },
          { subject: 'group:default/insights', role: 'viewer' },
          { subject: 'user:default/mia', role: 'machine' },
        ],
      }),
      5,
    );
  });

  beforeEach(async () => {
    workspace = (await portal.store.findById(ID)) as StoredWorkspace;
  });

  afterAll(() => portal.stop());

  it.each(CASES)('$route as $role', async ({ role, permission, call }) => {
    const { status, body } = await call(portal.as(PERSONS[role]), workspace);
    expect(outcomeOf(status, body.error?.code)).toBe(
      expectedOutcome(role, permission),
    );
  });

  it.each(MEMBERS)(
    'should tell a %s what the role is and grants',
    async (role, person) => {
      const { body } = await portal.as(person).get('/workspaces');
      expect(body.items).toContainEqual(
        expect.objectContaining({
          id: ID,
          access: { role, permissions: [...ROLE_PERMISSIONS[role]] },
        }),
      );
    },
  );

  it('should leave the workspaces of strangers out of lists', async () => {
    const { body } = await portal.as(PERSONS.none).get('/workspaces');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['default']);
  });

  it('should answer about a foreign workspace as about one that is not there', async () => {
    const nico = portal.as('nico');
    for (const { call } of ROUTES) {
      const foreign = await call(nico, workspace);
      expect(foreign.status).toBe(404);
    }
    const foreign = await nico.get(`/workspaces/${ID}`);
    const absent = await nico.get('/workspaces/gone');
    expect(JSON.stringify(foreign.body).replaceAll(ID, 'gone')).toBe(
      JSON.stringify(absent.body),
    );
  });
});
