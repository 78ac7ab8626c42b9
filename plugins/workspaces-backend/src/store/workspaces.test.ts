import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';

jest.setTimeout(60_000);

const databases = createStoreDatabases();

describe.each(databases.eachSupportedId())('workspaces on %s', databaseId => {
  const createStore = async () =>
    createTestStore(await databases.init(databaseId));

  it('stores a new workspace as pending and finds it by id and uid', async () => {
    const store = await createStore();
    const created = await store.create(newWorkspace('alpha'), 5);
    expect(created).toMatchObject({
      id: 'alpha',
      phase: 'pending',
      generation: 1,
      observedGeneration: 0,
      revision: 1,
      version: 1,
      isDefault: false,
      protected: false,
      expiresAt: undefined,
      createdBy: 'user:default/mia',
      conditions: [],
    });
    expect(created.creationToken).toMatch(/^[0-9a-f-]{36}$/);
    await expect(store.findById('alpha')).resolves.toEqual(created);
    await expect(store.findByUid(created.uid)).resolves.toEqual(created);
    await expect(store.findById('beta')).resolves.toBeUndefined();
    expect(await store.versionsOf([created.uid, 'gone'])).toEqual(
      new Map([[created.uid, 1]]),
    );
  });

  it('refuses a taken id', async () => {
    const store = await createStore();
    await store.create(newWorkspace('alpha'), 5);
    await expect(
      store.create(newWorkspace('alpha', { owner: 'group:default/b' }), 5),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'WorkspaceConflict',
    });
  });

  it('keeps the limit of an owner under concurrent requests', async () => {
    const store = await createStore();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        store.create(newWorkspace(`w-${index}`), 3),
      ),
    );
    const refused = results.filter(result => result.status === 'rejected');
    expect(refused).toHaveLength(5);
    expect(refused[0].reason).toMatchObject({ code: 'GroupLimitReached' });
    expect(await store.countByOwner(['group:default/ocean', 'x'])).toEqual(
      new Map([['group:default/ocean', 3]]),
    );
    await expect(
      store.create(newWorkspace('other', { owner: 'group:default/b' }), 3),
    ).resolves.toBeDefined();
  });

  it('changes fields under the right revision only', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const changed = await store.update(uid, 1, {
      description: 'About ships',
      protected: true,
      expiresAt: '2030-01-01T00:00:00.000Z',
    });
    expect(changed).toMatchObject({
      description: 'About ships',
      protected: true,
      expiresAt: '2030-01-01T00:00:00.000Z',
      revision: 2,
      generation: 1,
      version: 2,
    });
    await expect(
      store.update(uid, 1, { description: 'x' }),
    ).resolves.toBeUndefined();
    expect(
      await store.update(uid, 2, { expiresAt: null, quotaProfile: 'large' }),
    ).toMatchObject({ expiresAt: undefined, generation: 2, protected: true });
  });

  it('refuses to delete what is protected or stale', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    await store.update(uid, 1, { protected: true });
    await expect(
      store.requestDeletion(uid, 2, 'user:default/ada'),
    ).resolves.toBeUndefined();
    await store.update(uid, 2, { protected: false });
    await expect(
      store.requestDeletion(uid, 2, 'user:default/ada'),
    ).resolves.toBeUndefined();
    expect(
      await store.requestDeletion(uid, 3, 'user:default/ada'),
    ).toMatchObject({
      phase: 'deleting',
      deletionRequestedBy: 'user:default/ada',
    });
  });

  it('keeps the default workspace in step with the configuration', async () => {
    const store = await createStore();
    const wanted = {
      ...newWorkspace('default'),
      owner: undefined,
      members: [],
    };
    await store.syncDefaultWorkspace(wanted);
    await store.syncDefaultWorkspace(wanted);
    const first = await store.findById('default');
    expect(first).toMatchObject({
      isDefault: true,
      phase: 'active',
      version: 1,
    });
    await store.syncDefaultWorkspace({ ...wanted, displayName: 'Shared' });
    expect(await store.findById('default')).toMatchObject({
      uid: first?.uid,
      displayName: 'Shared',
    });
    await expect(store.claimDue(5, 1000)).resolves.toEqual([]);
    await store.makeDue(first!.uid, { resetAttempts: true });
    await store.makeDue(first!.uid);
    await expect(store.claimDue(5, 1000)).resolves.toEqual([]);
    await expect(
      store.requestDeletion(first!.uid, 2, 'user:default/ada'),
    ).resolves.toBeUndefined();
    await store.create(newWorkspace('alpha'), 5);
    await expect(
      store.syncDefaultWorkspace({ ...wanted, id: 'alpha' }),
    ).rejects.toThrow('alpha');
    await store.syncDefaultWorkspace(undefined);
    await expect(store.findById('default')).resolves.toBeUndefined();
    await expect(store.findById('alpha')).resolves.toBeDefined();
  });

  it('lists settled workspaces of a cluster', async () => {
    const store = await createStore();
    await store.create(newWorkspace('alpha'), 5);
    await store.create(newWorkspace('beta'), 5);
    const claims = await store.claimDue(5, 60_000);
    const alpha = claims.find(({ workspace }) => workspace.id === 'alpha')!;
    await store.finishPass(alpha.lease, {
      conditions: [],
      phase: 'active',
      observedGeneration: 1,
      attempts: 0,
      nextAttemptAt: undefined,
    });
    const settled = await store.listSettled('local');
    expect(settled.map(workspace => workspace.id)).toEqual(['alpha']);
    expect(await store.listSettled('other')).toEqual([]);
  });
});
