import { FaultStage } from './__testUtils__/FaultStage';
import type { Replica } from './__testUtils__/PortalStage';
import {
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { SomebodyElse } from './__testUtils__/SomebodyElse';

jest.setTimeout(60_000);

/** Lists that show the past, as those of an API server whose cache lags. */
describe('a stale list', () => {
  let stage: FaultStage;
  let replica: Replica;
  let expected: string[];

  beforeAll(async () => {
    stage = await FaultStage.start();
    expected = await provisionUndisturbed(stage, 'undisturbed');
    replica = stage.createReplica();
    await replica.reconciler.start();
  });

  afterEach(() => stage.cluster.faults.clear());
  afterAll(() => stage.stop());

  it.each([1, 5, 10, 20, 60])(
    'from %d changes ago makes no difference in the end',
    async behind => {
      const id = `stale-${behind}`;
      stage.cluster.faults.add({
        verbs: ['list'],
        effect: { type: 'staleList', behind },
      });
      await stage.request(id);
      replica.reconciler.kick();
      await stage.untilPhase(id, 'active');
      await stage.passAgain(replica, id);
      await stage.passAgain(replica, id);
      await expectProvisioned(stage, id, expected);
      await expectProvisioned(stage, 'undisturbed', expected);

      stage.cluster.faults.clear();
      stage.cluster.resetWrites();
      expect((await stage.passAgain(replica, id)).phase).toBe('active');
      expect(stage.cluster.writes).toEqual([]);
    },
  );

  it('hides a deletion only until the next one', async () => {
    const somebody = new SomebodyElse(stage.cluster);
    const namespace = `undisturbed-${stage.config.namespaces[0].suffix}`;
    const [quota] = stage.cluster
      .objects()
      .filter(
        ({ kind, metadata }) =>
          kind === 'ResourceQuota' && metadata.namespace === namespace,
      );
    await somebody.delete(
      `/api/v1/namespaces/${namespace}/resourcequotas/${quota.metadata.name}`,
    );
    await somebody.close();
    stage.cluster.faults.add({
      verbs: ['list'],
      times: 100,
      effect: { type: 'staleList', behind: 1 },
    });
    await stage.passAgain(replica, 'undisturbed');
    stage.cluster.faults.clear();
    expect((await stage.passAgain(replica, 'undisturbed')).phase).toBe(
      'active',
    );
    await expectProvisioned(stage, 'undisturbed', expected);
  });
});
