import assert from 'node:assert';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { organisationWithRegistered } from '../__testUtils__/organisation';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';
import type { StoredWorkspace } from '../types';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ID = 'alpha';
const DANA = 'user:default/dana';
const VIC = 'user:default/vic';

type Operation = 'add' | 'change' | 'remove' | 'preview' | 'transfer';

/** Requests that are refused whatever the catalog says, by what of them is wrong. */
const BAD_INPUT: readonly [string, Operation, object, string][] = [
  ['a service', 'add', { subject: 'component:x' }, 'subject member-ref'],
  ['no kind', 'add', { subject: 'vic' }, 'subject member-ref'],
  ['no name', 'remove', { subject: 'user:' }, 'subject member-ref'],
  ['odd names', 'change', { subject: 'user:a/b c' }, 'subject member-ref'],
  ['a wrong preview', 'preview', { subject: 'x:y' }, 'subject member-ref'],
  ['an unknown role', 'add', { role: 'owner' }, 'role enum'],
  ['portal-admin', 'change', { role: 'portal-admin' }, 'role enum'],
  ['a wrong revision', 'add', { revision: '1' }, 'revision type'],
  ['an unknown field', 'remove', { force: true }, 'force unknown-field'],
  ['a User as owner', 'transfer', { owner: DANA }, 'owner group-ref'],
  ['the present owner', 'transfer', { owner: 'group:data' }, 'owner differs'],
];

describe('changes of members that are refused', () => {
  let portal: Portal;
  let before: StoredWorkspace;

  beforeAll(async () => {
    // A Group that somebody registered.
    const { catalog } = organisationWithRegistered('group:default/team-alpha');
    portal = await startPortal({
      catalog,
      config: { limits: { perGroup: 1 } },
    });
    await portal.store.create(
      newWorkspace(ID, {
        owner: 'group:default/data',
        cluster: 'dead',
        createdBy: DANA,
        members: [
          { subject: DANA, role: 'admin' },
          { subject: 'user:default/mia', role: 'viewer' },
          // Both give nobody the role.
          { subject: 'user:default/left-long-ago', role: 'admin' },
          { subject: 'group:default/team-alpha', role: 'admin' },
        ],
      }),
      50,
    );
    await portal.store.create(
      newWorkspace('beta', { owner: 'group:default/insights' }),
      50,
    );
  });

  afterAll(() => portal.stop());

  const stored = async () =>
    (await portal.store.findById(ID)) as StoredWorkspace;

  beforeEach(async () => {
    before = await stored();
  });

  // Nothing may be written by what is refused.
  afterEach(async () => {
    const { revision, generation, owner, members } = await stored();
    assert.deepStrictEqual(
      { revision, generation, owner, members },
      {
        revision: before.revision,
        generation: before.generation,
        owner: before.owner,
        members: before.members,
      },
    );
  });

  /** Sends a valid request but for what is given. */
  const send = (
    person: Person,
    operation: Operation,
    body: object = {},
    id = ID,
  ) => {
    const client = portal.as(person);
    const path = `/workspaces/${id}`;
    const revision = 1;
    const subject = 'user:default/nico';
    const role = 'viewer';
    switch (operation) {
      case 'add':
        return client.post(`${path}/members`, {
          ...{ revision, subject, role },
          ...body,
        });
      case 'change':
        return client.patch(`${path}/members`, {
          ...{ revision, subject: 'user:default/mia', role },
          ...body,
        });
      case 'remove':
        return client.post(`${path}/members/remove`, {
          ...{ revision, subject: 'user:default/mia' },
          ...body,
        });
      case 'preview':
        return client.post(`${path}/members/preview`, {
          ...{ subject, role },
          ...body,
        });
      default:
        return client.post(`${path}/transfer`, {
          ...{ revision, owner: 'group:default/platform' },
          ...body,
        });
    }
  };

  const refusalOf = async (...request: Parameters<typeof send>) => {
    const { status, body } = await send(...request);
    return `${status} ${body.error?.code}`;
  };

  it.each(BAD_INPUT)('should refuse %s: %s', async (_name, ...request) => {
    const [operation, wrong, rule] = request;
    const { status, body } = await send('ada', operation, wrong);
    expect([status, body.error.code]).toEqual([400, 'ValidationFailed']);
    expect(
      body.error.fields.map(
        (problem: { field: string; rule: string }) =>
          `${problem.field} ${problem.rule}`,
      ),
    ).toEqual([rule]);
  });

  it.each(['add', 'change', 'remove'] as const)(
    'should refuse to %s on a stale revision, and tell the present one',
    async operation => {
      const { status, body } = await send('dana', operation, { revision: 7 });
      expect([status, body.error.code, body.error.current]).toEqual([
        409,
        'RevisionConflict',
        1,
      ]);
    },
  );

  it('should refuse a transfer on a stale revision', async () => {
    const { body } = await send('ada', 'transfer', { revision: 7 });
    expect(body.error.current).toBe(1);
  });

  it.each([
    ['a User whom the catalog does not know', 'user:default/nobody'],
    ['a Group that the catalog does not know', 'group:default/nobody'],
  ])('should refuse to add %s', async (_name, subject) => {
    const { status, body } = await send('dana', 'add', { subject });
    expect([status, body.error.code]).toEqual([400, 'MemberUnknown']);
    expect(body.error.fields).toMatchObject([{ field: 'subject' }]);
    expect(await refusalOf('dana', 'preview', { subject })).toBe(
      '400 MemberUnknown',
    );
  });

  it.each(['add', 'change', 'remove'] as const)(
    'should refuse to %s the owner Group',
    async operation => {
      expect(
        await refusalOf('ada', operation, { subject: 'group:default/data' }),
      ).toBe('409 OwnerIsMember');
    },
  );

  it('should refuse to add a member twice', async () => {
    const subject = 'user:Default/Mia';
    expect(await refusalOf('dana', 'add', { subject })).toBe(
      '409 MemberExists',
    );
  });

  it.each(['change', 'remove'] as const)(
    'should refuse to %s who has no row',
    async operation => {
      expect(await refusalOf('dana', operation, { subject: VIC })).toBe(
        '404 MemberNotFound',
      );
    },
  );

  it('should refuse leads to go as the last admin who has the role by anything', async () => {
    const subject = DANA;
    expect(await refusalOf('dana', 'remove', { subject })).toBe(
      '409 LastAdmin',
    );
    expect(await refusalOf('dana', 'change', { subject })).toBe(
      '409 LastAdmin',
    );
    expect(await refusalOf('dana', 'preview', { subject })).toBe(
      '409 LastAdmin',
    );
  });

  it.each(['add', 'change', 'remove', 'preview'] as const)(
    'should let only admins %s',
    async operation => {
      expect(await refusalOf('mia', operation)).toBe('403 PermissionDenied');
    },
  );

  it('should let only portal admins transfer', async () => {
    expect(await refusalOf('dana', 'transfer')).toBe('403 PermissionDenied');
  });

  it('should answer strangers as if there was no workspace', async () => {
    for (const operation of [
      'add',
      'change',
      'remove',
      'preview',
      'transfer',
    ] as const) {
      expect(await refusalOf('nico', operation)).toBe('404 WorkspaceNotFound');
      expect(await refusalOf('nico', operation, {}, 'gone')).toBe(
        '404 WorkspaceNotFound',
      );
    }
    const listed = await portal.as('nico').get(`/workspaces/${ID}/members`);
    expect(listed.status).toBe(404);
  });

  it('should never change the default workspace', async () => {
    for (const operation of ['add', 'remove', 'transfer'] as const) {
      expect(await refusalOf('ada', operation, {}, 'default')).toBe(
        '403 DefaultWorkspaceReadOnly',
      );
    }
  });

  it('should give people of a Group that somebody registered no role', async () => {
    const { body } = await portal.as('dana').get(`/workspaces/${ID}/members`);
    expect(
      body.items.map(
        ({ subject, state, people }: Record<string, unknown[]>) =>
          `${subject} ${state} ${people.length}`,
      ),
    ).toEqual([
      'group:default/data effective 2',
      'group:default/team-alpha untrusted 0',
      'user:default/dana effective 1',
      'user:default/left-long-ago unknown 0',
      'user:default/mia effective 1',
    ]);
    // Of team-ds by the owner Group, and of team-alpha, which is admin here.
    const lee = await portal.as('lee').get(`/workspaces/${ID}`);
    expect(lee.body.access.role).toBe('user');
  });

  it('should refuse requests for a Group that somebody registered', async () => {
    const owner = 'group:default/team-alpha';
    const { body } = await portal
      .as('lee')
      .post('/workspaces', { id: 'gamma', displayName: 'Gamma', owner });
    expect(body.error.code).toBe('NotGroupMember');
    expect(await refusalOf('ada', 'transfer', { owner })).toBe(
      '400 GroupNotFound',
    );
  });

  it('should refuse a transfer to a Group that does not exist', async () => {
    const owner = 'group:default/nobody';
    expect(await refusalOf('ada', 'transfer', { owner })).toBe(
      '400 GroupNotFound',
    );
  });

  it('should refuse a transfer to a Group with as many workspaces as it may have', async () => {
    const owner = 'group:default/insights';
    expect(await refusalOf('ada', 'transfer', { owner })).toBe(
      '409 GroupLimitReached',
    );
  });
});
