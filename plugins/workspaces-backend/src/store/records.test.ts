import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';

jest.setTimeout(60_000);

const databases = createStoreDatabases();

const NAMESPACE: ObjectRecord = {
  apiVersion: 'v1',
  kind: 'Namespace',
  name: 'alpha-notebooks',
  uid: 'u1',
  step: 'namespaces',
  adopted: false,
};

const QUOTA: ObjectRecord = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  namespace: 'alpha-notebooks',
  name: 'workspace',
  uid: 'u2',
  step: 'resource-quota',
  adopted: false,
};

describe.each(databases.eachSupportedId())('records on %s', databaseId => {
  async function claimNew() {
    const store = await createTestStore(await databases.init(databaseId));
    await store.create(newWorkspace('alpha'), 5);
    const [{ workspace, lease }] = await store.claimDue(1, 60_000);
    return { store, workspace, lease };
  }

  it('adds, replaces and removes records', async () => {
    const { store, workspace, lease } = await claimNew();
    await expect(store.putRecords(lease, [NAMESPACE, QUOTA])).resolves.toBe(
      true,
    );
    await store.putRecords(lease, [{ ...NAMESPACE, uid: 'u9', adopted: true }]);
    const records = await store.listRecords(workspace.uid);
    expect(records).toHaveLength(2);
    expect(records).toContainEqual({ ...NAMESPACE, uid: 'u9', adopted: true });
    expect((await store.findById('alpha'))?.namespaces[0]).toMatchObject({
      name: 'alpha-notebooks',
      uid: 'u9',
      adopted: true,
    });
    await expect(store.removeRecords(lease, [NAMESPACE])).resolves.toBe(true);
    await expect(store.removeRecords(lease, [NAMESPACE])).resolves.toBe(true);
    await expect(store.removeRecords(lease, [])).resolves.toBe(true);
    expect(await store.listRecords(workspace.uid)).toEqual([QUOTA]);
  });

  it('gives the records of a workspace with its claim', async () => {
    const { store, workspace, lease } = await claimNew();
    await store.putRecords(lease, [NAMESPACE, QUOTA]);
    await store.create(newWorkspace('beta'), 5);
    await store.releaseLease(lease);
    const claims = await store.claimDue(5, 60_000);
    const byId = new Map(claims.map(claim => [claim.workspace.id, claim]));
    expect(byId.get('alpha')?.records).toEqual(
      expect.arrayContaining([NAMESPACE, QUOTA]),
    );
    expect(byId.get('alpha')?.workspace).toEqual(
      await store.findByUid(workspace.uid),
    );
    expect(byId.get('beta')?.records).toEqual([]);
  });

  it('lists the records of a cluster by workspace', async () => {
    const { store, workspace, lease } = await claimNew();
    await store.create(newWorkspace('beta', { cluster: 'other' }), 5);
    await store.putRecords(lease, [NAMESPACE, QUOTA]);
    const records = await store.listRecordsOfCluster('local');
    expect([...records.keys()]).toEqual([workspace.uid]);
    expect(records.get(workspace.uid)).toHaveLength(2);
    expect((await store.listRecordsOfCluster('other')).size).toBe(0);
  });

  it('adds records with the end of a pass, and none once the lease is lost', async () => {
    const { store, workspace, lease } = await claimNew();
    const end = {
      conditions: [],
      phase: 'active',
      observedGeneration: 1,
      attempts: 0,
      nextAttemptAt: undefined,
      records: [NAMESPACE, QUOTA],
    } as const;
    await expect(
      store.finishPass({ ...lease, token: 'another' }, end),
    ).resolves.toBeUndefined();
    expect(await store.listRecords(workspace.uid)).toEqual([]);
    await expect(store.finishPass(lease, end)).resolves.toMatchObject({
      phase: 'active',
      observedGeneration: 1,
      version: 2,
    });
    expect(await store.listRecords(workspace.uid)).toEqual(
      expect.arrayContaining([NAMESPACE, QUOTA]),
    );
    await expect(store.finishPass(lease, end)).resolves.toBeUndefined();
  });

  it('records adopted namespaces and makes due', async () => {
    const { store, workspace, lease } = await claimNew();
    await store.finishPass(lease, {
      conditions: [],
      phase: 'error',
      observedGeneration: undefined,
      attempts: 1,
      nextAttemptAt: undefined,
    });
    const record = { ...NAMESPACE, adopted: true };
    await expect(
      store.adopt(workspace.uid, workspace.revision + 1, [record]),
    ).resolves.toBeUndefined();
    const adopted = await store.adopt(workspace.uid, workspace.revision, [
      record,
    ]);
    expect(adopted).toMatchObject({ revision: 2, phase: 'pending' });
    expect(adopted?.namespaces[0]).toMatchObject({ uid: 'u1', adopted: true });
    await expect(store.claimDue(5, 60_000)).resolves.toHaveLength(1);
  });

  it('removes a workspace, keeps its activity and frees its id', async () => {
    const { store, workspace, lease } = await claimNew();
    await store.putRecords(lease, [NAMESPACE]);
    await store.addActivity(workspace.uid, {
      actor: 'user:default/mia',
      action: 'create',
      result: 'success',
      message: 'Requested.',
    });
    await expect(store.removeWorkspace(lease)).resolves.toBe(true);
    await expect(store.findById('alpha')).resolves.toBeUndefined();
    expect(await store.listRecords(workspace.uid)).toEqual([]);
    const again = await store.create(newWorkspace('alpha'), 5);
    expect(again.uid).not.toBe(workspace.uid);
    expect(
      (await store.listActivity(workspace.uid, { limit: 5 })).items,
    ).toHaveLength(1);
    expect((await store.listActivity(again.uid, { limit: 5 })).items).toEqual(
      [],
    );
  });

  it('pages through activity with a cursor', async () => {
    const { store, workspace } = await claimNew();
    for (let index = 1; index <= 5; index++) {
      await store.addActivity(workspace.uid, {
        actor: 'system',
        action: 'reconcile',
        result: 'info',
        message: `Event ${index}`,
        details: { index },
      });
    }
    const first = await store.listActivity(workspace.uid, { limit: 3 });
    expect(first.items.map(item => item.message)).toEqual([
      'Event 5',
      'Event 4',
      'Event 3',
    ]);
    expect(first.items[0].details).toEqual({ index: 5 });
    const second = await store.listActivity(workspace.uid, {
      limit: 3,
      cursor: first.nextCursor,
    });
    expect(second.items.map(item => item.message)).toEqual([
      'Event 2',
      'Event 1',
    ]);
    expect(second.nextCursor).toBeUndefined();
    await expect(
      store.listActivity(workspace.uid, { limit: 3, cursor: 'nonsense' }),
    ).rejects.toThrow('cursor');
  });
});
