import { comparableObjects, objectsOf } from './__testUtils__/objectsOf';
import { FaultStage } from './__testUtils__/FaultStage';

jest.setTimeout(60_000);

describe('without faults', () => {
  let stage: FaultStage;

  beforeAll(async () => {
    stage = await FaultStage.start();
  });

  afterAll(() => stage.stop());

  it('provisions, finds nothing to do again, and deletes', async () => {
    const { reconciler } = stage.createReplica();
    await reconciler.start();
    await stage.request('alpha');
    reconciler.kick();
    const alpha = await stage.untilPhase('alpha', 'active');
    expect(objectsOf(stage.cluster, 'alpha')).toHaveLength(
      stage.cluster.writes.length,
    );
    const wanted = comparableObjects(stage.cluster, 'alpha');
    console.log(stage.cluster.writes.length, wanted.length, alpha.conditions);

    stage.cluster.resetWrites();
    await stage.store.makeDue(alpha.uid);
    reconciler.kick();
    await stage.untilPhase('alpha', 'active');
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
