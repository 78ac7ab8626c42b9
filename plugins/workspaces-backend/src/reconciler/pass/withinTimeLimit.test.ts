import type { StepContext } from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';
import { untilTrue } from '../../__testUtils__/untilTrue';

/** A step whose work is never answered. */
describe('withinTimeLimit', () => {
  let bench: ReconcilerBench;
  let slow: FakeStep;
  let contexts: StepContext[];

  beforeEach(async () => {
    slow = new FakeStep('slow');
    slow.changes = [fakeChange('slow', 'a')];
    contexts = [];
    slow.onApply = context => {
      contexts.push(context);
      return new Promise(() => {});
    };
    bench = await ReconcilerBench.create({
      steps: [slow, new FakeStep('other')],
      config: { stepTimeoutMs: 50, backoffBaseMs: 10 },
    });
    await bench.reconciler.start();
  });

  afterEach(() => bench.close());

  it('says so, and tries again', async () => {
    const { uid } = await bench.request();
    await untilTrue('tried twice', async () => contexts.length > 1);
    await untilTrue('error', async () => {
      const workspace = await bench.store.findByUid(uid);
      return workspace?.phase === 'error';
    });
    const workspace = await bench.store.findByUid(uid);
    expect(workspace?.conditions).toMatchObject([
      {
        type: 'slow',
        status: 'False',
        reason: 'StepTimeout',
        message: expect.stringContaining('longer than 0.05 s'),
      },
      { type: 'other', status: 'True' },
    ]);
  });

  it('refuses what the step writes afterwards', async () => {
    await bench.request();
    await untilTrue('tried twice', async () => contexts.length > 1);
    const written = jest.fn(async () => {});
    await expect(contexts[0].write(written)).rejects.toThrow('was stopped');
    expect(contexts[0].signal.aborted).toBe(true);
    expect(written).not.toHaveBeenCalled();
  });

  it('leaves a step alone that is done in time', async () => {
    slow.onApply = async context => {
      contexts.push(context);
      slow.changes = [];
    };
    const { uid } = await bench.request();
    await untilTrue('active', async () => {
      const workspace = await bench.store.findByUid(uid);
      return workspace?.phase === 'active';
    });
    expect(contexts[0].signal.aborted).toBe(false);
  });
});
