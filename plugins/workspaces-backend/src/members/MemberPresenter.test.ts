import { mockCredentials } from '@backstage/backend-test-utils';
import type { Access } from '@team-workspaces/backstage-plugin-workspaces-common';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import type { Caller } from '../permissions/Caller';
import type { ExpandedMember } from './MemberExpansion';
import { MemberPresenter } from './MemberPresenter';
import type { PeopleStatusReader } from './PeopleStatusReader';

const DANA = 'user:default/dana';
const BOB = 'user:default/bob';

const CALLER: Caller = {
  credentials: mockCredentials.user(DANA),
  userRef: DANA,
  groups: [],
  refs: new Set([DANA]),
  isPortalAdmin: false,
};

const MEMBERS: ExpandedMember[] = [
  {
    subject: DANA,
    role: 'admin',
    source: 'requester',
    title: 'Dana',
    state: 'effective',
    people: [{ ref: DANA, title: 'Dana', via: [] }],
  },
  {
    subject: 'group:default/gone',
    role: 'viewer',
    source: 'added',
    addedBy: DANA,
    addedAt: '2026-01-01T00:00:00.000Z',
    title: 'group:default/gone',
    state: 'unknown',
    people: [],
  },
];

describe('MemberPresenter', () => {
  const workspace = storedWorkspace();
  const people: PeopleStatusReader = {
    statusOf: async () =>
      new Map([
        [
          DANA,
          {
            serviceAccounts: {
              state: 'ready',
              name: 'user-dana',
              ready: 1,
              total: 1,
            },
            lastSignInAt: '2026-01-02T00:00:00.000Z',
          },
        ],
      ]),
    leaving: async (_workspace, members) =>
      [DANA, BOB]
        .filter(ref => !members.includes(ref))
        .map(ref => ({
          ref,
          title: ref,
          via: [],
          serviceAccounts: { state: 'leaving', ready: 1, total: 1 },
        })),
  };

  const present = (access: Access) =>
    new MemberPresenter({
      authorizer: { accessOf: async () => access },
      people,
    }).present(workspace, MEMBERS, CALLER);

  it('should tell how people are, and who is leaving', async () => {
    const { items, leaving } = await present({
      role: 'admin',
      permissions: ['read', 'manage-members'],
    });
    expect(items[0].people).toEqual([
      {
        ref: DANA,
        title: 'Dana',
        via: [],
        role: 'admin',
        serviceAccounts: {
          state: 'ready',
          name: 'user-dana',
          ready: 1,
          total: 1,
        },
        lastSignInAt: '2026-01-02T00:00:00.000Z',
      },
    ]);
    expect(leaving.map(({ ref }) => ref)).toEqual([BOB]);
  });

  it('should let admins change what the rules allow', async () => {
    const { items, grantableRoles } = await present({
      role: 'admin',
      permissions: ['read', 'manage-members'],
    });
    expect(items).toMatchObject([
      { changeable: false, problem: expect.stringContaining('last admin') },
      { state: 'unknown', changeable: true, addedBy: DANA },
    ]);
    expect(items[1]).not.toHaveProperty('problem');
    expect(grantableRoles).toContain('admin');
  });

  it('should let nobody change anything whom the policy denies it', async () => {
    const { items, grantableRoles } = await present({
      role: 'admin',
      permissions: ['read', 'read-members'],
    });
    expect(items.map(({ changeable }) => changeable)).toEqual([false, false]);
    expect(grantableRoles).toEqual([]);
  });
});
