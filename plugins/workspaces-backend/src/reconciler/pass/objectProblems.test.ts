import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { untilTrue } from '../../__testUtils__/untilTrue';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';

const CONFLICT = {
  reason: 'ServiceAccountConflict',
  message: 'The ServiceAccount user-ann exists already.',
};

describe('a step that leaves single objects as they are', () => {
  let bench: ReconcilerBench;
  let step: FakeStep;

  beforeEach(async () => {
    step = new FakeStep('beside', { essential: false });
    bench = await ReconcilerBench.create({
      steps: [new FakeStep('first'), step],
    });
    await bench.reconciler.start();
  });

  afterEach(() => bench.close());

  it('is applied and then counts as failed, until nothing is left', async () => {
    step.changes = [fakeChange('beside', 'a')];
    step.objectProblems = [CONFLICT];
    await bench.request();
    const degraded = await bench.afterPass();
    expect(step.calls).toEqual(['plan alpha', 'apply alpha']);
    expect(degraded).toMatchObject({
      phase: 'degraded',
      observedGeneration: 1,
      conditions: [
        { type: 'first', status: 'True' },
        { type: 'beside', status: 'False', ...CONFLICT },
      ],
    });
    const plan = await bench.planner.planRepair(degraded);
    expect(plan).toMatchObject({ changes: [], problems: [CONFLICT] });

    step.objectProblems = undefined;
    await bench.store.makeDue(degraded.uid);
    bench.reconciler.kick();
    expect(await bench.afterPass('alpha', degraded.lastPassAt)).toMatchObject({
      phase: 'active',
    });
  });

  it('tells of the first of several, and of how many more', async () => {
    step.objectProblems = [CONFLICT, CONFLICT, CONFLICT];
    await bench.request();
    const { conditions } = await bench.afterPass();
    expect(conditions[1].message).toBe(
      `${CONFLICT.message} And 2 more objects are left alone.`,
    );
  });

  it('does not degrade the workspace while it is at work', async () => {
    await bench.request();
    const active = await bench.afterPass();
    step.changes = [fakeChange('beside', 'b')];
    step.onApply = async ({ progress }) => {
      step.changes = [];
      progress(2, 3);
      const atWork = await untilTrue('the progress to be stored', async () => {
        const workspace = await bench.store.findById('alpha');
        return workspace?.conditions.some(({ done }) => done === 2)
          ? workspace
          : undefined;
      });
      expect(atWork.phase).toBe('active');
    };
    await bench.store.makeDue(active.uid);
    bench.reconciler.kick();
    expect(await bench.afterPass('alpha', active.lastPassAt)).toMatchObject({
      phase: 'active',
    });
    expect(step.calls).toContain('apply alpha');
    expect(bench.phases).toEqual(['pending → active']);
  });
});
