import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';
import { untilTrue } from '../../__testUtils__/untilTrue';

describe('WorkQueue', () => {
  let bench: ReconcilerBench;
  let step: FakeStep;

  beforeEach(() => {
    step = new FakeStep('first');
  });

  afterEach(() => bench.close());

  it('runs a bounded number of passes at once, and all in the end', async () => {
    bench = await ReconcilerBench.create({ steps: [step] });
    let running = 0;
    let most = 0;
    step.onPlan = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
    };
    for (let index = 0; index < 25; index++) {
      await bench.request(`w-${index}`);
    }
    await bench.reconciler.start();
    await untilTrue('all to be active', async () => {
      const count = await bench.store.count({ phases: ['active'] });
      return count === 25;
    });
    expect(most).toBe(4);
    expect(step.calls).toHaveLength(25);
  });

  it('bounds writes over all workspaces', async () => {
    bench = await ReconcilerBench.create({
      steps: [step],
      config: { writeConcurrency: 2 },
    });
    let writing = 0;
    let most = 0;
    step.changes = [fakeChange('first', 'a')];
    step.onApply = async context => {
      await Promise.all(
        [1, 2, 3].map(() =>
          context.write(async () => {
            writing += 1;
            most = Math.max(most, writing);
            await new Promise(resolve => setImmediate(resolve));
            writing -= 1;
          }),
        ),
      );
    };
    await bench.reconciler.start();
    await Promise.all(['a1', 'a2', 'a3'].map(id => bench.request(id)));
    await untilTrue('all to be active', async () => {
      return (await bench.store.count({ phases: ['active'] })) === 3;
    });
    expect(most).toBe(2);
  });

  it('is not held up by a workspace that fails or hangs', async () => {
    bench = await ReconcilerBench.create({ steps: [step] });
    let release = () => {};
    step.onPlan = async ({ workspace }) => {
      if (workspace.id === 'hangs') {
        await new Promise<void>(resolve => {
          release = resolve;
        });
      }
      if (workspace.id === 'fails') {
        throw new Error('no');
      }
    };
    await bench.reconciler.start();
    await bench.request('hangs');
    await bench.request('fails');
    for (let index = 0; index < 10; index++) {
      await bench.request(`w-${index}`);
    }
    await untilTrue('the others', async () => {
      return (await bench.store.count({ phases: ['active'] })) === 10;
    });
    expect((await bench.store.findById('fails'))?.phase).toBe('error');
    expect((await bench.store.findById('hangs'))?.phase).toBe('pending');
    release();
    await bench.afterPass('hangs');
  });

  it('looks at once when kicked, and otherwise when something is due', async () => {
    bench = await ReconcilerBench.create({
      steps: [step],
      config: { pollIntervalMs: 60_000, backoffBaseMs: 40 },
    });
    await bench.reconciler.start();
    const failures = [new Error('first'), undefined];
    step.onPlan = async () => {
      const failure = failures.shift();
      if (failure) {
        step.problems = [{ reason: 'ObjectConflict', message: 'Again.' }];
      } else {
        step.problems = [];
      }
    };
    await bench.request();
    await untilTrue('the second attempt', async () => {
      return (await bench.store.findById('alpha'))?.phase === 'active';
    });
    expect(step.calls.filter(call => call === 'plan alpha')).toHaveLength(2);
  });

  it('survives a database that does not answer for a while', async () => {
    let failures = 3;
    bench = await ReconcilerBench.create({
      steps: [step],
      wrapStore: store => ({
        ...store,
        claimDue: async (...parameters) => {
          failures -= 1;
          if (failures >= 0) {
            throw new Error('The database is away.');
          }
          return store.claimDue(...parameters);
        },
      }),
    });
    await bench.request();
    await bench.reconciler.start();
    expect((await bench.afterPass()).phase).toBe('active');
    expect(bench.logger.warn).toHaveBeenCalledTimes(3);
  });
});
