import {
  ClusterError,
  StepFailedError,
  StepPendingError,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import {
  ReconcilerBench,
  type ReconcilerBenchOptions,
} from '../../__testUtils__/ReconcilerBench';

describe('WorkspacePass', () => {
  let bench: ReconcilerBench;
  let first: FakeStep;
  let second: FakeStep;
  let beside: FakeStep;

  async function start(options: Partial<ReconcilerBenchOptions> = {}) {
    bench = await ReconcilerBench.create({
      steps: [first, second, beside],
      ...options,
    });
    await bench.reconciler.start();
  }

  beforeEach(() => {
    first = new FakeStep('first');
    second = new FakeStep('second', { dependsOn: ['first'] });
    beside = new FakeStep('beside', { essential: false });
  });

  afterEach(() => bench.close());

  it('applies what differs and becomes active', async () => {
    await start();
    first.changes = [fakeChange('first', 'a')];
    await bench.request();
    const workspace = await bench.afterPass();
    expect(workspace).toMatchObject({
      phase: 'active',
      observedGeneration: 1,
      attempts: 0,
      nextAttemptAt: undefined,
    });
    expect(workspace.conditions).toMatchObject([
      { type: 'first', status: 'True', reason: 'Ready', observedGeneration: 1 },
      { type: 'second', status: 'True', dependsOn: ['first'] },
      { type: 'beside', status: 'True', essential: false },
    ]);
    expect(first.calls).toEqual(['plan alpha', 'apply alpha']);
    expect(second.calls).toEqual(['plan alpha']);
    expect(bench.phases).toEqual(['pending → active']);
    expect(bench.changed.at(-1)).toEqual(await bench.store.findById('alpha'));
    expect(await bench.activityOf()).toMatchObject([
      { actor: 'system', action: 'active', result: 'success' },
    ]);
  });

  it('holds back what depends on a failed step, and nothing else', async () => {
    await start();
    first.problems = [
      { reason: 'NamespaceConflict', message: 'alpha-x is not ours.' },
    ];
    first.changes = [fakeChange('first', 'a')];
    await bench.request();
    const workspace = await bench.afterPass();
    expect(workspace).toMatchObject({
      phase: 'error',
      attempts: 1,
      nextAttemptAt: undefined,
      conditions: [
        {
          type: 'first',
          status: 'False',
          reason: 'NamespaceConflict',
          hint: expect.any(String),
        },
        { type: 'second', status: 'Unknown', reason: 'Waiting' },
        { type: 'beside', status: 'True' },
      ],
    });
    expect(first.calls).toEqual(['plan alpha']);
    expect(second.calls).toEqual([]);
    expect(await bench.activityOf()).toMatchObject([
      { action: 'failed', result: 'failure', message: 'alpha-x is not ours.' },
    ]);

    first.problems = [];
    const retried = await bench.passAgain('alpha', true);
    expect(retried).toMatchObject({ phase: 'active', attempts: 0 });
  });

  it.each([
    [
      'a passing fault',
      new ClusterError({ reason: 'ClusterUnavailable', message: 'Later.' }),
      'pending',
      'False',
    ],
    [
      'a wait',
      new StepPendingError({
        reason: 'NamespaceTerminating',
        message: 'Wait.',
      }),
      'pending',
      'Unknown',
    ],
    [
      'what needs people',
      new StepFailedError({ reason: 'RbacInsufficient', message: 'No.' }),
      'error',
      'False',
    ],
    ['something unforeseen', new TypeError('oops'), 'error', 'False'],
  ])('tells %s', async (_, error, phase, status) => {
    await start();
    first.onPlan = async () => {
      throw error;
    };
    await bench.request();
    const workspace = await bench.afterPass();
    expect(workspace.phase).toBe(phase);
    expect(workspace.conditions[0].status).toBe(status);
    expect(workspace.nextAttemptAt !== undefined).toBe(phase === 'pending');
  });

  it('reports a cluster that is not configured at the first steps', async () => {
    await start();
    bench.cluster.failure = undefined;
    jest
      .spyOn(bench.clusters, 'client')
      .mockRejectedValueOnce(
        new ClusterError({ reason: 'ClusterNotConfigured', message: 'Which?' }),
      );
    await bench.request();
    const { phase, conditions } = await bench.afterPass();
    expect(phase).toBe('error');
    expect(conditions.map(({ reason }) => reason)).toEqual([
      'ClusterNotConfigured',
      'Waiting',
      'ClusterNotConfigured',
    ]);
  });

  it('is degraded by a non-essential step', async () => {
    await start();
    beside.onPlan = async () => {
      throw new StepFailedError({ reason: 'AdmissionDenied', message: 'No.' });
    };
    await bench.request();
    expect(await bench.afterPass()).toMatchObject({
      phase: 'degraded',
      observedGeneration: 1,
    });
  });

  it('goes through degraded when it heals drift, and tells of it', async () => {
    await start();
    await bench.request();
    await bench.afterPass();
    const drift = fakeChange('first', 'a', {
      action: 'update',
      fields: [{ path: 'data.a', before: 1, after: 2, manager: 'kubectl' }],
    });
    first.changes = [drift];
    const workspace = await bench.passAgain();
    expect(workspace).toMatchObject({
      phase: 'active',
      conditions: [{ reason: 'Repaired' }, {}, {}],
    });
    expect(bench.phases.slice(1)).toEqual([
      'active → degraded',
      'degraded → active',
    ]);
    expect(await bench.activityOf()).toMatchObject([
      { action: 'active' },
      {
        action: 'drift-found',
        details: { changes: [{ fields: [{ manager: 'kubectl' }] }] },
      },
      { action: 'drift-healed' },
    ]);
  });

  it('only reports drift where that is wanted, until somebody asks for a repair', async () => {
    await start({ config: { drift: 'report' } });
    first.changes = [fakeChange('first', 'new')];
    await bench.request();
    await bench.afterPass();
    const drift = fakeChange('first', 'theirs', { action: 'delete' });
    const wanted = fakeChange('first', 'ours');
    first.changes = [drift, wanted];

    const reported = await bench.passAgain();
    expect(reported).toMatchObject({
      phase: 'degraded',
      nextAttemptAt: undefined,
      conditions: [
        { status: 'False', reason: 'DriftDetected', drift: [drift] },
        { status: 'True' },
        { status: 'True' },
      ],
    });
    expect(first.changes).toEqual([drift]);
    await bench.passAgain();
    expect(first.changes).toEqual([drift]);

    expect(await bench.passAgain('alpha', true)).toMatchObject({
      phase: 'active',
    });
    expect(first.changes).toEqual([]);
    const actions = (await bench.activityOf()).map(({ action }) => action);
    expect(actions).toEqual([
      'active',
      'drift-found',
      'drift-found',
      'drift-healed',
    ]);
  });

  it('removes in the opposite order, waits, and is gone', async () => {
    await start({ config: { backoffBaseMs: 10 } });
    const { uid } = await bench.request();
    await bench.afterPass();
    let waits = 2;
    const order: string[] = [];
    first.leftBehind = ['The namespace x stays.'];
    second.onRemove = async () => {
      order.push('second');
    };
    first.onRemove = async () => {
      order.push('first');
      waits -= 1;
      if (waits > 0) {
        throw new StepPendingError({
          reason: 'NamespaceTerminating',
          message: 'Still there.',
        });
      }
    };
    await bench.store.requestDeletion(uid, 1, 'user:default/ada');
    bench.reconciler.kick();
    await bench.untilGone();
    expect(order).toEqual(['second', 'first', 'second', 'first']);
    expect(bench.phases.at(-1)).toBe('alpha gone');
    const { items } = await bench.store.listActivity(uid, { limit: 9 });
    expect(items[0]).toMatchObject({
      action: 'deleted',
      message: 'Deleted. The namespace x stays.',
    });
  });

  it('says error while a deletion is stuck', async () => {
    await start();
    const { uid } = await bench.request();
    const before = await bench.afterPass();
    first.onRemove = async () => {
      throw new StepFailedError({
        reason: 'NamespaceStuckTerminating',
        message: 'Held by example.com/finalizer.',
      });
    };
    await bench.store.requestDeletion(uid, 1, 'user:default/ada');
    bench.reconciler.kick();
    const workspace = await bench.afterPass('alpha', before.lastPassAt);
    expect(workspace).toMatchObject({
      phase: 'error',
      nextAttemptAt: expect.any(String),
    });
  });
});
