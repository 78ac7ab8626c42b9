import { WORKSPACE_LABEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import { FaultStage } from './__testUtils__/FaultStage';
import type { Replica } from './__testUtils__/PortalStage';
import {
  expectOwnWritesOnly,
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { objectsOf } from './__testUtils__/objectsOf';
import { SomebodyElse } from './__testUtils__/SomebodyElse';

jest.setTimeout(60_000);

/** What happens to one workspace stays with it. */
describe('neighbours', () => {
  let stage: FaultStage;
  let somebody: SomebodyElse;
  let replica: Replica;
  let expected: string[];

  beforeAll(async () => {
    stage = await FaultStage.start();
    somebody = new SomebodyElse(stage.cluster);
    expected = await provisionUndisturbed(stage, 'undisturbed');
    replica = stage.createReplica();
    await replica.reconciler.start();
  });

  afterEach(() => stage.cluster.faults.clear());

  afterAll(async () => {
    await somebody.close();
    await stage.stop();
  });

  const request = async (ids: readonly string[]) => {
    for (const id of ids) {
      await stage.request(id);
    }
    replica.reconciler.kick();
  };

  it('are not delayed by a workspace whose requests all fail', async () => {
    for (const { suffix } of stage.config.namespaces) {
      stage.cluster.faults.add({
        namespace: `bad-${suffix}`,
        effect: { type: 'status', code: 500 },
      });
    }
    const others = ['near-1', 'near-2', 'near-3', 'near-4'];
    await request(['bad', ...others]);
    for (const id of others) {
      await stage.untilPhase(id, 'active');
      await expectProvisioned(stage, id, expected);
    }
    const bad = await stage.store.findById('bad');
    expect(bad?.phase).toBe('pending');
    stage.cluster.faults.clear();
    await stage.untilPhase('bad', 'active');
    await expectProvisioned(stage, 'bad', expected);
  });

  it.each([
    ['NamespaceConflict', 'plain', {}],
    ['NamespaceConflict', 'labelled', { [WORKSPACE_LABEL]: 'labelled' }],
    ['NamespaceOwnedByOther', 'owned', { [WORKSPACE_LABEL]: 'elsewhere' }],
  ])(
    '%s: a foreign namespace stays byte-equal (%s)',
    async (reason, id, labels) => {
      const suffix = stage.config.namespaces[1].suffix;
      const name = `${id}-${suffix}`;
      await somebody.createNamespace(name, labels);
      const before = somebody.namespace(name);
      stage.cluster.resetWrites();
      await request([id]);
      const failed = await stage.untilPhase(id, 'error');
      expect(failed).toMatchObject({
        attempts: 1,
        nextAttemptAt: undefined,
        conditions: expect.arrayContaining([
          expect.objectContaining({
            type: 'namespaces',
            status: 'False',
            reason,
          }),
          expect.objectContaining({ type: 'rbac', reason: 'Waiting' }),
        ]),
      });
      expect(stage.cluster.writes).toEqual([]);
      expect(somebody.namespace(name)).toEqual(before);

      // Deleting the workspace leaves it as well.
      await stage.store.requestDeletion(failed.uid, 1, 'user:default/ada');
      replica.reconciler.kick();
      await stage.untilGone(id);
      expect(somebody.namespace(name)).toEqual(before);
      expect(stage.cluster.writes).toEqual([]);
    },
  );

  it('tells a namespace that was made again by somebody else', async () => {
    await request(['again']);
    await stage.untilPhase('again', 'active');
    const name = `again-${stage.config.namespaces[0].suffix}`;
    await somebody.delete(`/api/v1/namespaces/${name}`);
    await somebody.createNamespace(name);
    const before = somebody.namespace(name);
    stage.cluster.resetWrites();
    const workspace = await stage.passAgain(replica, 'again');
    expect(workspace.phase).toBe('error');
    expect(workspace.conditions[0].reason).toBe('NamespaceRecreated');
    expect(somebody.namespace(name)).toEqual(before);
    expect(stage.cluster.writes).toEqual([]);
    await expectProvisioned(stage, 'undisturbed', expected);
  });

  it('makes a namespace again that somebody deleted, with all in it', async () => {
    await request(['hole']);
    await stage.untilPhase('hole', 'active');
    const name = `hole-${stage.config.namespaces[2].suffix}`;
    await somebody.delete(`/api/v1/namespaces/${name}`);
    stage.cluster.resetWrites();
    expect((await stage.passAgain(replica, 'hole')).phase).toBe('active');
    await expectProvisioned(stage, 'hole', expected);
    expectOwnWritesOnly(stage, ['hole']);
    expect(objectsOf(stage.cluster, 'hole')).toHaveLength(expected.length);
  });
});
