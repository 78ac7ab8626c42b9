import { newWorkspace } from '../__testUtils__/newWorkspace';
import { membersClient } from '../__testUtils__/membersClient';
import {
  startPortal,
  type Person,
  type Portal,
} from '../__testUtils__/startPortal';
import type { StoredWorkspace } from '../types';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const LEE = 'user:default/lee';
const VIC = 'user:default/vic';
const INSIGHTS = 'group:default/insights';

describe('previews of members', () => {
  let portal: Portal;
  let workspaces = 0;
  let id: string;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  beforeEach(async () => {
    workspaces += 1;
    id = `alpha-${workspaces}`;
    await portal.store.create(
      newWorkspace(id, {
        owner: 'group:default/data',
        cluster: 'dead',
        createdBy: 'user:default/dana',
        members: [{ subject: 'user:default/dana', role: 'admin' }],
      }),
      50,
    );
  });

  const stored = async () =>
    (await portal.store.findById(id)) as StoredWorkspace;

  const as = (person: Person) => membersClient(portal.as(person), id);

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
    expect(body.plan).toMatchObject({ kind: 'change', workspaceId: id });
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
