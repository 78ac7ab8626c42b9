import { FaultStage } from './__testUtils__/FaultStage';
import {
  expectOwnWritesOnly,
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { objectsOf } from './__testUtils__/objectsOf';

jest.setTimeout(120_000);

/** One write at a time, so that "after the n-th write" means one moment. */
const ONE_BY_ONE = { writeConcurrency: 1, leaseMs: 400 };

describe('a backend that is killed after any write', () => {
  let stage: FaultStage;
  let expected: string[];

  beforeAll(async () => {
    stage = await FaultStage.start();
    expected = await provisionUndisturbed(stage, 'undisturbed');
  });

  afterAll(() => stage.stop());

  /** Runs a backend until its n-th write is done and not answered yet; until before the first write when n is 0. */
  async function runUntilKilled(n: number): Promise<void> {
    if (n === 0) {
      // Dies between the claim and the first write.
      await stage.store.claimDue(1, 100);
      return;
    }
    const { killSwitch, reconciler } = stage.createReplica({
      config: ONE_BY_ONE,
      killAfter: n,
    });
    await reconciler.start();
    await killSwitch.died;
    await reconciler.stop();
  }

  it('converges to the same objects, whichever write of provisioning was the last', async () => {
    const total = expected.length;
    const ids: string[] = [];
    for (let n = 0; n <= total; n++) {
      const id = `cut-${n}`;
      ids.push(id);
      await stage.request(id);
      await runUntilKilled(n);
      expect(objectsOf(stage.cluster, id)).toHaveLength(n);
      expect((await stage.store.findById(id))?.phase).toBe('pending');

      const fresh = stage.createReplica();
      await fresh.reconciler.start();
      await stage.untilPhase(id, 'active');
      await fresh.reconciler.stop();
      await expectProvisioned(stage, id, expected);
    }
    expectOwnWritesOnly(stage, ['undisturbed', ...ids]);
  });

  it('deletes the rest, whichever write of the deletion was the last', async () => {
    const total = stage.config.namespaces.length;
    for (let n = 0; n <= total; n++) {
      const id = `gone-${n}`;
      await provisionUndisturbed(stage, id);
      const { uid } = await stage.find(id);
      await stage.store.requestDeletion(uid, 1, 'user:default/ada');
      await runUntilKilled(n);
      expect((await stage.store.findById(id))?.phase).toBe('deleting');

      const fresh = stage.createReplica();
      await fresh.reconciler.start();
      await stage.untilGone(id);
      await fresh.reconciler.stop();
      expect(objectsOf(stage.cluster, id)).toEqual([]);
      await expect(stage.store.listRecords(uid)).resolves.toEqual([]);
    }
    await expectProvisioned(stage, 'undisturbed', expected);
  });
});
