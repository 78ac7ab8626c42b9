import { FaultStage } from './__testUtils__/FaultStage';
import type { Replica } from './__testUtils__/PortalStage';
import {
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { SomebodyElse } from './__testUtils__/SomebodyElse';
import { writesDone, writesOfPlan } from './__testUtils__/writesOfPlan';

jest.setTimeout(60_000);

/** What a plan shows is what applying it writes, object by object. */
describe('a plan', () => {
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

  beforeEach(() => stage.cluster.resetWrites());

  afterAll(async () => {
    await somebody.close();
    await stage.stop();
  });

  const namespaceOf = (id: string, index: number) =>
    `${id}-${stage.config.namespaces[index].suffix}`;

  it('of a creation', async () => {
    const plan = await replica.planner.planCreation(stage.newWorkspace('made'));
    expect(stage.cluster.writes).toEqual([]);
    expect(plan.problems).toEqual([]);
    await stage.request('made');
    replica.reconciler.kick();
    await stage.untilPhase('made', 'active');
    expect(writesDone(stage.cluster)).toEqual(writesOfPlan(plan));
    expect(plan.changes).toHaveLength(expected.length);
  });

  it('of a creation beside a namespace that is somebody else’s', async () => {
    await somebody.createNamespace(namespaceOf('taken', 0));
    stage.cluster.resetWrites();
    const plan = await replica.planner.planCreation(
      stage.newWorkspace('taken'),
    );
    expect(plan.problems).toMatchObject([{ reason: 'NamespaceConflict' }]);
    expect(plan.changes).toEqual([]);
    await stage.request('taken');
    replica.reconciler.kick();
    await stage.untilPhase('taken', 'error');
    expect(stage.cluster.writes).toEqual([]);
  });

  it('of an adoption', async () => {
    const before = await stage.find('taken');
    const plan = await replica.planner.planAdoption(before);
    expect(plan.problems).toEqual([]);
    const adopted = plan.changes.filter(({ action }) => action === 'adopt');
    expect(adopted).toMatchObject([
      { object: { kind: 'Namespace', name: namespaceOf('taken', 0) } },
    ]);
    await stage.store.adopt(
      before.uid,
      before.revision,
      adopted.map(({ step, object }) => ({
        apiVersion: object.apiVersion,
        kind: object.kind,
        name: object.name,
        uid: object.uid ?? '',
        step,
        adopted: true,
      })),
    );
    replica.reconciler.kick();
    await stage.untilPhase('taken', 'active');
    expect(writesDone(stage.cluster)).toEqual(writesOfPlan(plan));
    expect((await stage.find('taken')).namespaces[0]).toMatchObject({
      adopted: true,
    });
  });

  it('of a change', async () => {
    const before = await stage.find('made');
    const other = stage.config.quotaProfiles.find(
      ({ name }) => name !== before.quotaProfile,
    );
    const patch = { quotaProfile: other?.name };
    const plan = await replica.planner.planChange(before, patch);
    expect(plan.changes.every(({ action }) => action === 'update')).toBe(true);
    expect(plan.changes.length).toBeGreaterThan(0);
    await stage.store.update(before.uid, before.revision, patch);
    replica.reconciler.kick();
    await stage.untilPhase('made', 'active');
    expect(writesDone(stage.cluster)).toEqual(writesOfPlan(plan));
    const again = await replica.planner.planRepair(await stage.find('made'));
    expect(again.changes).toEqual([]);
  });

  it('of a repair after all kinds of drift', async () => {
    const inFirst = `/namespaces/${namespaceOf('undisturbed', 0)}`;
    const inSecond = `/namespaces/${namespaceOf('undisturbed', 1)}`;
    const rbac = '/apis/rbac.authorization.k8s.io/v1';
    const [role] = stage.cluster
      .objects()
      .filter(
        ({ kind, metadata }) =>
          kind === 'Role' &&
          metadata.namespace === namespaceOf('undisturbed', 1),
      );
    await somebody.patch(`/api/v1${inFirst}/resourcequotas/workspace`, {
      spec: { hard: { pods: '999' } },
    });
    await somebody.delete(`/api/v1${inSecond}/limitranges/workspace`);
    await somebody.patch(`/api/v1${inFirst}`, {
      metadata: { labels: { 'pod-security.kubernetes.io/enforce': null } },
    });
    await somebody.patch(`${rbac}${inSecond}/roles/${role.metadata.name}`, {
      metadata: {
        labels: {
          'team-workspaces.dev/workspace': null,
          'app.kubernetes.io/managed-by': null,
        },
      },
    });
    stage.cluster.resetWrites();
    const plan = await replica.planner.planRepair(
      await stage.find('undisturbed'),
    );
    expect(plan.changes).toHaveLength(4);
    expect(plan.changes.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({
        path: 'spec.hard.pods',
        before: '999',
        manager: 'kubectl-edit',
      }),
    );
    await stage.passAgain(replica, 'undisturbed');
    expect(writesDone(stage.cluster)).toEqual(writesOfPlan(plan));
    await expectProvisioned(stage, 'undisturbed', expected);
  });

  it('of a deletion', async () => {
    const before = await stage.find('made');
    const plan = await replica.planner.planDeletion(before);
    expect(plan.changes).toHaveLength(stage.config.namespaces.length);
    await stage.store.requestDeletion(
      before.uid,
      before.revision,
      'user:default/ada',
    );
    replica.reconciler.kick();
    await stage.untilGone('made');
    expect([...new Set(writesDone(stage.cluster))]).toEqual(writesOfPlan(plan));
  });

  it('of a workspace that was cut short shows the rest', async () => {
    const killed = stage.createReplica({
      config: { writeConcurrency: 1, leaseMs: 300 },
      killAfter: 10,
    });
    await replica.reconciler.stop();
    await stage.request('cut-short');
    await killed.reconciler.start();
    await killed.killSwitch.died;
    await killed.reconciler.stop();

    stage.cluster.resetWrites();
    const fresh = stage.createReplica();
    const plan = await fresh.planner.planRepair(await stage.find('cut-short'));
    expect(plan.changes).toHaveLength(expected.length - 10);
    await fresh.reconciler.start();
    await stage.untilPhase('cut-short', 'active');
    expect(writesDone(stage.cluster)).toEqual(writesOfPlan(plan));
    await expectProvisioned(stage, 'cut-short', expected);
  });
});
