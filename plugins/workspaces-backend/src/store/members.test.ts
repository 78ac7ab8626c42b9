import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import type { StoredWorkspace } from '../types';

jest.setTimeout(60_000);

const databases = createStoreDatabases();
const BOB = {
  subject: 'user:default/bob',
  role: 'viewer',
  actor: 'user:default/mia',
} as const;

describe.each(databases.eachSupportedId())('members on %s', databaseId => {
  async function start() {
    const store = await createTestStore(await databases.init(databaseId));
    const workspace = await store.create(newWorkspace('alpha'), 5);
    const [{ lease }] = await store.claimDue(1, 60_000);
    await store.finishPass(lease, {
      conditions: [],
      phase: 'active',
      observedGeneration: 1,
      attempts: 0,
      nextAttemptAt: undefined,
    });
    expect((await store.queueState()).due).toBe(0);
    return { store, workspace };
  }

  function expectNext(
    before: StoredWorkspace,
    after: StoredWorkspace | undefined,
  ) {
    expect(after).toMatchObject({
      revision: before.revision + 1,
      generation: before.generation + 1,
      phase: 'pending',
    });
  }

  const dueOf = async (store: Awaited<ReturnType<typeof createTestStore>>) =>
    (await store.queueState()).due;

  it('adds a member with who added it, and makes the workspace due', async () => {
    const { store, workspace } = await start();
    const after = await store.setMember(workspace.uid, 1, BOB);
    expectNext(workspace, after);
    expect(after?.members).toEqual([
      {
        subject: BOB.subject,
        role: 'viewer',
        source: 'added',
        addedBy: BOB.actor,
        addedAt: expect.any(String),
      },
      expect.objectContaining({ subject: 'user:default/mia', role: 'admin' }),
    ]);
    expect(await dueOf(store)).toBe(1);
  });

  it('changes a role and keeps where the member comes from', async () => {
    const { store, workspace } = await start();
    const [mia] = workspace.members;
    const after = await store.setMember(workspace.uid, 1, {
      subject: mia.subject,
      role: 'user',
      actor: 'user:default/ada',
    });
    expectNext(workspace, after);
    expect(after?.members).toEqual([{ ...mia, role: 'user' }]);
  });

  it('removes a member, and makes the workspace due', async () => {
    const { store, workspace } = await start();
    const after = await store.removeMember(
      workspace.uid,
      1,
      'user:default/mia',
    );
    expectNext(workspace, after);
    expect(after?.members).toEqual([]);
    expect(await dueOf(store)).toBe(1);
  });

  it('transfers, and drops the row of the new owner', async () => {
    const { store, workspace } = await start();
    const owner = 'group:default/river';
    await store.setMember(workspace.uid, 1, { ...BOB, subject: owner });
    const after = await store.transfer(workspace.uid, 2, { owner, limit: 1 });
    expect(after).toMatchObject({ owner, revision: 3, generation: 3 });
    expect(after?.members.map(({ subject }) => subject)).toEqual([
      'user:default/mia',
    ]);
  });

  it('refuses an owner with as many workspaces as it may have, and changes nothing', async () => {
    const { store, workspace } = await start();
    const owner = 'group:default/river';
    await store.create(newWorkspace('beta', { owner }), 5);
    await expect(
      store.transfer(workspace.uid, 1, { owner, limit: 1 }),
    ).rejects.toMatchObject({ code: 'GroupLimitReached' });
    expect(await store.findByUid(workspace.uid)).toMatchObject({
      owner: workspace.owner,
      revision: 1,
    });
  });

  it('refuses a stale revision of every change, and changes nothing', async () => {
    const { store, workspace } = await start();
    const { uid } = workspace;
    const changes = [
      store.setMember(uid, 2, BOB),
      store.removeMember(uid, 2, 'user:default/mia'),
      store.transfer(uid, 2, { owner: 'group:default/river', limit: 5 }),
    ];
    expect(await Promise.all(changes)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await store.findByUid(uid)).toMatchObject({
      owner: workspace.owner,
      revision: 1,
      members: workspace.members,
    });
    expect(await dueOf(store)).toBe(0);
  });

  it('lets one of two changes of the same revision through', async () => {
    const { store, workspace } = await start();
    const changes = await Promise.all([
      store.setMember(workspace.uid, 1, BOB),
      store.removeMember(workspace.uid, 1, 'user:default/mia'),
    ]);
    expect(changes.filter(Boolean)).toHaveLength(1);
  });

  it('refuses changes while the workspace is being deleted', async () => {
    const { store, workspace } = await start();
    const { uid } = workspace;
    const deleted = await store.requestDeletion(uid, 1, 'user:default/ada');
    const revision = deleted?.revision ?? 0;
    expect(await store.setMember(uid, revision, BOB)).toBeUndefined();
  });
});
