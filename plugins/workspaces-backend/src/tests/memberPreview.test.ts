import { useWorkspaceWithMembers } from '../__testUtils__/useWorkspaceWithMembers';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const LEE = 'user:default/lee';
const VIC = 'user:default/vic';
const INSIGHTS = 'group:default/insights';

describe('previews of members', () => {
  const { id, stored, as } = useWorkspaceWithMembers();

  it('should show what a removal takes from whom, without making it', async () => {
    await as('dana').add({ revision: 1, subject: INSIGHTS, role: 'viewer' });
    const before = await stored();
    const { status, body } = await as('dana').preview({ subject: INSIGHTS });
    expect(status).toBe(200);
    expect(body.people).toEqual([
      {
        ref: VIC,
        title: 'vic',
        before: 'viewer',
        namespaces: before.namespaces.map(({ name }) => name),
        serviceAccounts: 0,
      },
    ]);
    expect(body.plan).toMatchObject({ kind: 'change', workspaceId: id() });
    const { revision, generation, members } = await stored();
    expect({ revision, generation, members }).toEqual({
      revision: before.revision,
      generation: before.generation,
      members: before.members,
    });
  });

  it('should show of people with another way in what they keep', async () => {
    await as('dana').add({ revision: 1, subject: LEE, role: 'admin' });
    const { body } = await as('dana').preview({ subject: LEE });
    expect(body.people).toEqual([
      {
        ref: LEE,
        title: 'lee',
        before: 'admin',
        after: 'user',
        namespaces: [],
        serviceAccounts: 0,
      },
    ]);
  });

  it('should show what an addition gives', async () => {
    const { body } = await as('dana').preview({ subject: VIC, role: 'user' });
    expect(body.people).toEqual([
      expect.objectContaining({ ref: VIC, after: 'user', namespaces: [] }),
    ]);
  });
});
