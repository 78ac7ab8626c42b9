import { objectsOf } from './__testUtils__/objectsOf';
import { FaultStage } from './__testUtils__/FaultStage';

jest.setTimeout(60_000);

describe('without faults', () => {
  let stage: FaultStage;

  beforeAll(async () => {
    stage = await FaultStage.start();
  });

  afterAll(() => stage.stop());

  it('provisions, finds nothing to do again, and deletes', async () => {
    const replica = stage.createReplica();
    const { reconciler } = replica;
    await reconciler.start();
    await stage.request('alpha');
    reconciler.kick();
    const alpha = await stage.untilPhase('alpha', 'active');
    expect(objectsOf(stage.cluster, 'alpha')).toHaveLength(
      stage.cluster.writes.length,
    );

    stage.cluster.resetWrites();
    const again = await stage.passAgain(replica, 'alpha');
    expect(again.phase).toBe('active');
    await expect(reconciler.compare('local')).resolves.toMatchObject({
      different: 0,
    });
    expect(stage.cluster.writes).toEqual([]);

    await stage.store.requestDeletion(alpha.uid, 1, 'user:default/ada');
    reconciler.kick();
    await stage.untilGone('alpha');
    expect(objectsOf(stage.cluster, 'alpha')).toEqual([]);
  });
});
