import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import type { PassResult } from '../types';

jest.setTimeout(60_000);

const databases = createStoreDatabases();
const LEASE_MS = 60_000;

const READY: Condition = {
  type: 'namespaces',
  title: 'Namespaces',
  status: 'True',
  reason: 'Ready',
  message: 'As wanted.',
  essential: true,
  dependsOn: [],
  observedGeneration: 1,
  lastTransitionTime: '2026-01-01T00:00:00.000Z',
};

const DONE: PassResult = {
  conditions: [READY],
  phase: 'active',
  observedGeneration: 1,
  attempts: 0,
  nextAttemptAt: undefined,
};

const FAILED: PassResult = {
  conditions: [{ ...READY, status: 'False', reason: 'RbacInsufficient' }],
  phase: 'error',
  observedGeneration: undefined,
  attempts: 1,
  nextAttemptAt: undefined,
};

describe.each(databases.eachSupportedId())('queue on %s', databaseId => {
  async function createStore() {
    return createTestStore(await databases.init(databaseId));
  }

  async function claimOne(store: Awaited<ReturnType<typeof createStore>>) {
    const [claim] = await store.claimDue(1, LEASE_MS);
    return claim;
  }

  it('claims a new workspace once, with members and namespaces', async () => {
    const store = await createStore();
    await store.create(newWorkspace('alpha'), 5);
    const claims = await Promise.all([
      store.claimDue(5, LEASE_MS),
      store.claimDue(5, LEASE_MS),
    ]);
    expect(claims.flat()).toHaveLength(1);
    const [{ workspace }] = claims.flat();
    expect(workspace.members).toEqual([
      {
        subject: 'user:default/mia',
        role: 'admin',
        source: 'requester',
        addedBy: 'user:default/mia',
        addedAt: expect.any(String),
      },
    ]);
    expect(workspace.namespaces).toHaveLength(3);
  });

  it('never gives one workspace to two of many claims at once', async () => {
    const store = await createStore();
    for (let index = 0; index < 30; index++) {
      await store.create(newWorkspace(`w-${index}`), 100);
    }
    const claims = await Promise.all(
      Array.from({ length: 12 }, () => store.claimDue(4, LEASE_MS)),
    );
    const ids = claims.flat().map(({ workspace }) => workspace.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claims.every(claim => claim.length <= 4)).toBe(true);
    const rest = await store.claimDue(100, LEASE_MS);
    expect(ids.length + rest.length).toBe(30);
  });

  it('stops a finished workspace until it is made due', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    await expect(store.finishPass(lease, DONE)).resolves.toMatchObject({
      phase: DONE.phase,
    });
    await expect(claimOne(store)).resolves.toBeUndefined();
    expect(await store.queueState()).toEqual({
      due: 0,
      working: 0,
      waiting: 0,
      stopped: 0,
    });
    await store.makeDue(uid);
    expect((await claimOne(store)).workspace).toMatchObject({
      phase: 'active',
      observedGeneration: 1,
      conditions: [READY],
    });
  });

  it('counts a failure that only a retry moves on as stopped', async () => {
    const store = await createStore();
    await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    await store.finishPass(lease, FAILED);
    expect(await store.queueState()).toEqual({
      due: 0,
      working: 0,
      waiting: 0,
      stopped: 1,
    });
  });

  it('waits until the next attempt', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    const nextAttemptAt = new Date(Date.now() + 3_600_000);
    await store.finishPass(lease, { ...FAILED, nextAttemptAt });
    await expect(claimOne(store)).resolves.toBeUndefined();
    expect((await store.queueState()).waiting).toBe(1);
    const due = await store.nextDueAt();
    expect(Math.abs(due!.getTime() - nextAttemptAt.getTime())).toBeLessThan(
      10_000,
    );
    expect(await store.findByUid(uid)).toMatchObject({
      attempts: 1,
      phase: 'error',
    });
  });

  it('keeps a workspace due that was made due during its pass', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    await store.makeDue(uid);
    await expect(claimOne(store)).resolves.toBeUndefined();
    await store.finishPass(lease, DONE);
    expect((await claimOne(store)).workspace.phase).toBe('active');
  });

  it('keeps a change and its fresh start that came during a pass', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    const changed = await store.update(uid, 1, { quotaProfile: 'large' });
    expect(changed).toMatchObject({ generation: 2, phase: 'pending' });
    await store.saveProgress(lease, FAILED.conditions, 'error');
    expect((await store.findByUid(uid))?.phase).toBe('pending');
    await store.finishPass(lease, FAILED);
    const { workspace } = await claimOne(store);
    expect(workspace).toMatchObject({
      generation: 2,
      quotaProfile: 'large',
      attempts: 0,
      phase: 'pending',
    });
  });

  it('keeps a deletion mark that came during a pass', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    await store.requestDeletion(uid, 1, 'user:default/ada');
    await store.finishPass(lease, DONE);
    expect((await claimOne(store)).workspace).toMatchObject({
      phase: 'deleting',
      deletionRequestedBy: 'user:default/ada',
    });
  });

  it('forgets attempts and failures on a retry', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    await store.finishPass((await claimOne(store)).lease, FAILED);
    await store.makeDue(uid, { resetAttempts: true });
    expect(await store.findByUid(uid)).toMatchObject({
      attempts: 0,
      phase: 'pending',
    });
  });

  it('takes over after the lease expired, and refuses the earlier holder', async () => {
    const store = await createStore();
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const [first] = await store.claimDue(1, -1);
    const [second] = await store.claimDue(1, LEASE_MS);
    expect(second.workspace.uid).toBe(uid);
    expect(second.lease.token).not.toBe(first.lease.token);

    const record = {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'alpha-notebooks',
      uid: 'u1',
      step: 'namespaces',
      adopted: false,
    };
    await expect(store.renewLease(first.lease, LEASE_MS)).resolves.toBe(false);
    await expect(store.putRecords(first.lease, [record])).resolves.toBe(false);
    await expect(store.putRecords(first.lease, [])).resolves.toBe(false);
    await expect(store.removeRecords(first.lease, [record])).resolves.toBe(
      false,
    );
    await expect(
      store.saveProgress(first.lease, [], 'error'),
    ).resolves.toBeUndefined();
    await expect(
      store.finishPass(first.lease, FAILED),
    ).resolves.toBeUndefined();
    await expect(store.removeWorkspace(first.lease)).resolves.toBe(false);
    expect(await store.listRecords(uid)).toEqual([]);
    expect(await store.findByUid(uid)).toMatchObject({ conditions: [] });

    await expect(store.renewLease(second.lease, LEASE_MS)).resolves.toBe(true);
    await expect(store.putRecords(second.lease, [record])).resolves.toBe(true);
  });

  it('gives a workspace back on release', async () => {
    const store = await createStore();
    await store.create(newWorkspace('alpha'), 5);
    const { lease } = await claimOne(store);
    expect((await store.queueState()).working).toBe(1);
    await store.releaseLease(lease);
    expect((await store.queueState()).due).toBe(1);
    await expect(claimOne(store)).resolves.toBeDefined();
    await expect(store.finishPass(lease, DONE)).resolves.toBeUndefined();
  });
});
