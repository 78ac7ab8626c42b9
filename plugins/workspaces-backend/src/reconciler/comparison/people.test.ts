import type { WorkspacePerson } from '@team-workspaces/backstage-plugin-workspaces-node';
import { FakeStep } from '../../__testUtils__/FakeStep';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';

const ANN: WorkspacePerson = {
  ref: 'user:default/ann',
  role: 'user',
  subject: 'ann',
  serviceAccount: 'user-ann',
};

describe('people in the comparison of a whole cluster', () => {
  let bench: ReconcilerBench;
  let step: FakeStep;
  let signedIn: WorkspacePerson[];
  const peopleOf = jest.fn(async () => [...signedIn]);
  const snapshot = jest.fn(async () => ({ peopleOf }));

  beforeEach(async () => {
    signedIn = [];
    step = new FakeStep('first');
    step.readsClusterOnly = true;
    bench = await ReconcilerBench.create({
      steps: [step],
      people: { peopleOf, snapshot },
    });
    await bench.reconciler.start();
    for (const id of ['alpha', 'beta']) {
      await bench.request(id);
      await bench.afterPass(id);
    }
    await bench.reconciler.compare('local');
    step.calls.length = 0;
    snapshot.mockClear();
  });

  afterEach(() => bench.close());

  it('are read once for all workspaces', async () => {
    await bench.reconciler.compare('local');
    expect(snapshot).toHaveBeenCalledTimes(1);
    expect(step.calls).toEqual([]);
  });

  it('have workspaces planned again when they sign in or get another role', async () => {
    const seen: unknown[] = [];
    step.onPlan = async ({ people }) => {
      seen.push(people);
    };
    signedIn = [ANN];
    await bench.reconciler.compare('local');
    expect(seen).toEqual([[ANN], [ANN]]);
    await bench.reconciler.compare('local');
    expect(seen).toHaveLength(2);
    signedIn = [{ ...ANN, role: 'admin' }];
    await bench.reconciler.compare('local');
    expect(seen).toHaveLength(4);
  });
});
