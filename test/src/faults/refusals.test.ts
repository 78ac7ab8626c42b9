import type { FaultEffect } from '@team-workspaces/dev-cluster';
import { FaultStage } from './__testUtils__/FaultStage';
import {
  expectOwnWritesOnly,
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { objectsOf } from './__testUtils__/objectsOf';

jest.setTimeout(120_000);

const WRITES = ['create', 'patch', 'delete'] as const;

/** More than the tries that the client makes by itself. */
const TIMES = 4;

describe.each<[string, FaultEffect, number]>([
  ['409', { type: 'status', code: 409 }, 1],
  ['429 with Retry-After', { type: 'status', code: 429, retryAfter: 0 }, TIMES],
  ['500', { type: 'status', code: 500 }, 1],
  ['503', { type: 'status', code: 503 }, 1],
  ['a break before the write', { type: 'down' }, TIMES],
  ['a time-out after the write', { type: 'timeoutAfterCommit' }, TIMES],
])('a cluster that answers %s', (_, effect, times) => {
  let stage: FaultStage;
  let expected: string[];

  beforeAll(async () => {
    stage = await FaultStage.start();
    expected = await provisionUndisturbed(stage, 'undisturbed');
  });

  afterEach(() => stage.cluster.faults.clear());
  afterAll(() => stage.stop());

  it('to any write of provisioning gets the same objects in the end', async () => {
    const { reconciler } = stage.createReplica({
      config: { writeConcurrency: 1 },
    });
    await reconciler.start();
    const ids: string[] = [];
    for (let skip = 0; skip < expected.length; skip++) {
      const id = `w-${skip}`;
      ids.push(id);
      stage.cluster.faults.clear();
      stage.cluster.faults.add({ verbs: [...WRITES], skip, times, effect });
      await stage.request(id);
      reconciler.kick();
      await stage.untilPhase(id, 'active');
      expect(stage.cluster.faults.list()[0].seen).toBeGreaterThan(skip);
      await expectProvisioned(stage, id, expected);
    }
    expectOwnWritesOnly(stage, ['undisturbed', ...ids]);
  });

  it('to any write of a deletion leaves nothing behind', async () => {
    const { reconciler } = stage.createReplica({
      config: { writeConcurrency: 1 },
    });
    await reconciler.start();
    for (let skip = 0; skip < stage.config.namespaces.length; skip++) {
      const id = `d-${skip}`;
      await provisionUndisturbed(stage, id);
      stage.cluster.faults.add({ verbs: ['delete'], skip, times, effect });
      const { uid } = await stage.find(id);
      await stage.store.requestDeletion(uid, 1, 'user:default/ada');
      reconciler.kick();
      await stage.untilGone(id);
      expect(stage.cluster.faults.list()[0].seen).toBeGreaterThan(skip);
      stage.cluster.faults.clear();
      expect(objectsOf(stage.cluster, id)).toEqual([]);
    }
    await expectProvisioned(stage, 'undisturbed', expected);
  });
});
