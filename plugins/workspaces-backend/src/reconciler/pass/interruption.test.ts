import type {
  ObjectRecord,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';
import { untilTrue } from '../../__testUtils__/untilTrue';

/** What ends a pass early, and what happens during one. */
describe('interruption of a pass', () => {
  const record: ObjectRecord = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'alpha-x',
    name: 'a',
    uid: '1',
    step: 'first',
    adopted: false,
  };

  let bench: ReconcilerBench;
  let step: FakeStep;
  let entered: Promise<StepContext>;
  let leave: () => void;

  beforeEach(async () => {
    step = new FakeStep('first');
    step.changes = [fakeChange('first', 'a')];
    let enter: (context: StepContext) => void;
    entered = new Promise(resolve => {
      enter = resolve;
    });
    const left = new Promise<void>(resolve => {
      leave = resolve;
    });
    step.onApply = async context => {
      enter(context);
      await left;
      await context.write(async () => {
        step.calls.push('written');
      });
      step.changes = [];
    };
    bench = await ReconcilerBench.create({ steps: [step] });
    await bench.reconciler.start();
  });

  afterEach(() => bench.close());

  it('writes and stores nothing after another backend took over', async () => {
    const { uid } = await bench.request();
    const { signal, records } = await entered;
    await bench.takeOver(uid);
    await expect(records.put([record])).rejects.toThrow(
      'taken the workspace over',
    );
    expect(signal.aborted).toBe(true);
    leave();
    await bench.reconciler.stop();
    expect(step.calls).not.toContain('written');
    expect(await bench.store.findByUid(uid)).toMatchObject({
      phase: 'pending',
      conditions: [],
      lastPassAt: undefined,
    });
    expect((await bench.store.queueState()).working).toBe(1);
  });

  it('stores nothing when another backend took over before deferred records', async () => {
    step.onApply = async ({ records }) => {
      const { uid } = (await bench.store.findById('alpha')) ?? { uid: '' };
      await bench.takeOver(uid);
      await records.put([record], { deferred: true });
    };
    const finishPass = jest.spyOn(bench.store, 'finishPass');
    const { uid } = await bench.request();
    await untilTrue('the end of the pass', async () =>
      finishPass.mock.results.at(0),
    );
    await expect(finishPass.mock.results[0].value).resolves.toBeUndefined();
    expect(await bench.store.findByUid(uid)).toMatchObject({
      conditions: [],
      lastPassAt: undefined,
    });
    expect(await bench.store.listRecords(uid)).toEqual([]);
    expect(bench.logger.error).not.toHaveBeenCalled();
  });

  it('stores deferred records before the end of a pass', async () => {
    step.onApply = async ({ records }) => {
      await records.put([record], { deferred: true });
      step.changes = [];
    };
    const { uid } = await bench.request();
    expect((await bench.afterPass()).phase).toBe('active');
    expect(await bench.store.listRecords(uid)).toEqual([record]);
  });

  it('gives the workspace back on shutdown, due as before', async () => {
    const { uid } = await bench.request();
    await entered;
    const stopped = bench.reconciler.stop();
    leave();
    await stopped;
    expect(step.calls).not.toContain('written');
    expect(await bench.store.queueState()).toMatchObject({
      due: 1,
      working: 0,
    });
    expect((await bench.store.findByUid(uid))?.phase).toBe('pending');
  });

  it('runs again when the workspace changed meanwhile', async () => {
    const { uid } = await bench.request();
    await entered;
    await bench.store.update(uid, 1, { quotaProfile: 'large' });
    bench.reconciler.kick();
    leave();
    const workspace = await untilTrue('generation 2', async () => {
      const found = await bench.store.findByUid(uid);
      return found?.observedGeneration === 2 ? found : undefined;
    });
    expect(workspace).toMatchObject({ phase: 'active', generation: 2 });
    expect(step.calls.filter(call => call === 'plan alpha')).toHaveLength(2);
    expect(bench.phases).toEqual(['pending → active']);
  });

  it('deletes when that was asked for meanwhile', async () => {
    const { uid } = await bench.request();
    await entered;
    await bench.store.requestDeletion(uid, 1, 'user:default/ada');
    bench.reconciler.kick();
    leave();
    await bench.untilGone();
    expect(step.calls.at(-1)).toBe('remove alpha');
    expect(bench.phases).not.toContain('pending → active');
  });

  it('shows progress while it works', async () => {
    const { uid } = await bench.request();
    await entered;
    const workspace = await untilTrue('progress', async () => {
      const found = await bench.store.findByUid(uid);
      return found?.conditions.length ? found : undefined;
    });
    expect(workspace).toMatchObject({
      phase: 'pending',
      conditions: [{ status: 'Unknown', reason: 'Progressing', total: 3 }],
    });
    expect(bench.changed).toHaveLength(1);
    leave();
    await bench.afterPass();
  });
});
