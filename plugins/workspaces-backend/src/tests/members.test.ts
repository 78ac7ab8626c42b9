import { useWorkspaceWithMembers } from '../__testUtils__/useWorkspaceWithMembers';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const LEE = 'user:default/lee';
const VIC = 'user:default/vic';
const INSIGHTS = 'group:default/insights';

describe('members', () => {
  const { stored, as } = useWorkspaceWithMembers();

  it('should show the owner Group first, people with the way to them, and the highest roles', async () => {
    const { status, body } = await as('dana').list();
    expect(status).toBe(200);
    const notSignedIn = { state: 'not-signed-in', ready: 0, total: 3 };
    expect(body).toEqual({
      revision: 1,
      leaving: [],
      grantableRoles: ['machine', 'viewer', 'user', 'admin'],
      items: [
        {
          subject: 'group:default/data',
          title: 'data',
          role: 'user',
          source: 'owner',
          state: 'effective',
          changeable: false,
          problem: expect.stringContaining('transfer'),
          people: [
            {
              ref: 'user:default/dana',
              title: 'dana',
              via: ['group:default/data', 'group:default/team-ds'],
              role: 'admin',
              serviceAccounts: notSignedIn,
            },
            {
              ref: LEE,
              title: 'lee',
              via: ['group:default/data', 'group:default/team-ds'],
              role: 'user',
              serviceAccounts: notSignedIn,
            },
          ],
        },
        {
          subject: 'user:default/dana',
          title: 'dana',
          role: 'admin',
          source: 'requester',
          addedBy: 'user:default/dana',
          addedAt: expect.any(String),
          state: 'effective',
          changeable: false,
          problem: expect.stringContaining('last admin'),
          people: [expect.objectContaining({ via: [], role: 'admin' })],
        },
      ],
    });
  });

  it('should show members to who may only read them, as not to be changed', async () => {
    const { body } = await as('lee').list();
    expect(body.grantableRoles).toEqual([]);
    expect(body.items).toEqual(
      [0, 1].map(() =>
        expect.objectContaining({
          changeable: false,
          problem: expect.stringContaining('Only admins'),
        }),
      ),
    );
  });

  it('should add a User, who has the role from then on', async () => {
    expect((await as('vic').get()).status).toBe(404);
    const { status, body } = await as('dana').add({
      revision: 1,
      subject: 'User:Vic',
      role: 'viewer',
    });
    expect(status).toBe(202);
    expect(body.revision).toBe(2);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        subject: VIC,
        role: 'viewer',
        source: 'added',
        addedBy: 'user:default/dana',
        changeable: true,
      }),
    );
    expect((await as('vic').get()).body.access.role).toBe('viewer');
    expect(await stored()).toMatchObject({ generation: 2, phase: 'pending' });
    expect((await as('dana').activity())[0]).toMatchObject({
      actor: 'user:default/dana',
      action: 'member-added',
      message: `Added ${VIC} as viewer.`,
      details: { subject: VIC, before: null, after: 'viewer' },
    });
  });

  it('should add a Group, whose people have the role', async () => {
    const { body } = await as('dana').add({
      revision: 1,
      subject: INSIGHTS,
      role: 'user',
    });
    expect(body.items).toContainEqual(
      expect.objectContaining({
        subject: INSIGHTS,
        people: [
          expect.objectContaining({ ref: VIC, via: [INSIGHTS], role: 'user' }),
        ],
      }),
    );
    expect((await as('vic').get()).body.access.role).toBe('user');
  });

  it('should change a role', async () => {
    await as('dana').add({ revision: 1, subject: VIC, role: 'viewer' });
    const { status } = await as('dana').change({
      revision: 2,
      subject: VIC,
      role: 'admin',
    });
    expect(status).toBe(202);
    expect((await as('vic').get()).body.access.role).toBe('admin');
    expect((await as('dana').activity())[0]).toMatchObject({
      action: 'member-changed',
      details: { subject: VIC, before: 'viewer', after: 'admin' },
    });
    expect((await stored()).generation).toBe(3);
  });

  it('should store nothing when the role is the same', async () => {
    const { status, body } = await as('dana').change({
      revision: 1,
      subject: 'user:default/dana',
      role: 'admin',
    });
    expect([status, body.revision]).toEqual([202, 1]);
    expect(await as('dana').activity()).toEqual([]);
  });

  it('should remove a member, who has no role from then on', async () => {
    await as('dana').add({ revision: 1, subject: VIC, role: 'viewer' });
    const { status, body } = await as('dana').remove({
      revision: 2,
      subject: VIC,
    });
    expect(status).toBe(202);
    expect(body.items).toHaveLength(2);
    expect((await as('vic').get()).status).toBe(404);
    expect((await as('dana').activity())[0]).toMatchObject({
      action: 'member-removed',
      details: { subject: VIC, before: 'viewer', after: null },
    });
    expect((await stored()).generation).toBe(3);
  });

  it('should let leads go when another one stays', async () => {
    await as('dana').add({ revision: 1, subject: VIC, role: 'admin' });
    const { status } = await as('dana').remove({
      revision: 2,
      subject: 'user:default/dana',
    });
    expect(status).toBe(202);
    // By the owner Group.
    expect((await as('dana').get()).body.access.role).toBe('user');
  });

  it('should let portal admins remove the last admin', async () => {
    const { body } = await as('ada').list();
    expect(body.items[1]).toMatchObject({ changeable: true });
    const { status } = await as('ada').remove({
      revision: 1,
      subject: 'user:default/dana',
    });
    expect(status).toBe(202);
    expect((await stored()).members).toEqual([]);
  });

  it('should transfer to another Group, whose people belong to the workspace from then on', async () => {
    await as('dana').add({ revision: 1, subject: INSIGHTS, role: 'viewer' });
    const { status, body } = await as('ada').transfer({
      revision: 2,
      owner: INSIGHTS,
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({ owner: INSIGHTS, revision: 3, generation: 3 });
    expect((await stored()).members.map(({ subject }) => subject)).toEqual([
      'user:default/dana',
    ]);
    expect((await as('vic').get()).body.access.role).toBe('user');
    expect((await as('lee').get()).status).toBe(404);
    expect((await as('ada').activity())[0]).toMatchObject({
      actor: 'user:default/ada',
      action: 'transferred',
      details: { before: 'group:default/data', after: INSIGHTS },
    });
  });
});
