import { isDeepStrictEqual } from 'node:util';
import { eventually } from './__testUtils__/eventually';
import { FaultStage } from './__testUtils__/FaultStage';
import type { Replica } from './__testUtils__/PortalStage';
import {
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { comparableObjects } from './__testUtils__/objectsOf';
import { SomebodyElse } from './__testUtils__/SomebodyElse';

jest.setTimeout(60_000);

const ID = 'alpha';

/** What others do to our objects is noticed without being asked, shown and put right. */
describe('drift', () => {
  let stage: FaultStage;
  let somebody: SomebodyElse;
  let replica: Replica;
  let expected: string[];
  let namespace: string;

  beforeAll(async () => {
    stage = await FaultStage.start();
    somebody = new SomebodyElse(stage.cluster);
    expected = await provisionUndisturbed(stage, ID);
    namespace = `${ID}-${stage.config.namespaces[0].suffix}`;
    replica = stage.createReplica({ watches: true });
    await replica.reconciler.start();
  });

  afterAll(async () => {
    await somebody.close();
    await stage.stop();
  });

  async function countHealed(): Promise<number> {
    const workspace = await stage.find(ID);
    const { items } = await stage.store.listActivity(workspace.uid, {
      limit: 100,
    });
    return items.filter(({ action }) => action === 'drift-healed').length;
  }

  /** Does something to an object, and waits until it is as before and that was told. */
  async function expectHealed(drift: () => Promise<void>): Promise<void> {
    const healed = await countHealed();
    await drift();
    await eventually(
      'the drift to be healed',
      async () =>
        (await countHealed()) > healed &&
        isDeepStrictEqual(comparableObjects(stage.cluster, ID), expected),
    );
    await stage.untilPhase(ID, 'active');
    await expectProvisioned(stage, ID, expected);
  }

  it('of a field is healed, and says who changed what', async () => {
    await expectHealed(() =>
      somebody.patch(
        `/api/v1/namespaces/${namespace}/resourcequotas/workspace`,
        { spec: { hard: { pods: '999' } } },
      ),
    );
    const workspace = await stage.find(ID);
    const { items } = await stage.store.listActivity(workspace.uid, {
      limit: 50,
    });
    const found = items.find(({ action }) => action === 'drift-found');
    expect(found).toMatchObject({
      actor: 'system',
      message: expect.stringContaining('kubectl-edit'),
      details: {
        changes: [
          {
            action: 'update',
            object: { kind: 'ResourceQuota', namespace, name: 'workspace' },
            fields: [
              {
                path: 'spec.hard.pods',
                before: '999',
                manager: 'kubectl-edit',
              },
            ],
          },
        ],
      },
    });
  });

  it('of a deleted object is healed', async () => {
    await expectHealed(() =>
      somebody.delete(`/api/v1/namespaces/${namespace}/limitranges/workspace`),
    );
  });

  it('of a deleted namespace is healed with all in it', async () => {
    await expectHealed(() =>
      somebody.delete(`/api/v1/namespaces/${namespace}`),
    );
  });

  it('that was missed by the watch is found by a comparison', async () => {
    await replica.reconciler.stop();
    await expectHealed(async () => {
      await somebody.delete(
        `/api/v1/namespaces/${namespace}/limitranges/workspace`,
      );
      await stage.createReplica().reconciler.start();
    });
  });
});
