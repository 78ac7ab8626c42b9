import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';

const ROLE = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' };

describe('ClusterComparison', () => {
  let bench: ReconcilerBench;
  let step: FakeStep;

  beforeEach(async () => {
    step = new FakeStep('first');
    bench = await ReconcilerBench.create({ steps: [step] });
    await bench.reconciler.start();
    for (const id of ['alpha', 'beta', 'gamma']) {
      await bench.request(id);
      await bench.afterPass(id);
    }
    step.calls.length = 0;
  });

  afterEach(() => bench.close());

  it('makes due what differs, and nothing else', async () => {
    step.onPlan = async ({ workspace }) => {
      step.changes = workspace.id === 'beta' ? [fakeChange('first', 'a')] : [];
    };
    const beta = await bench.store.findById('beta');
    await expect(bench.reconciler.compare('local')).resolves.toEqual({
      compared: 3,
      different: 1,
    });
    await bench.afterPass('beta', beta?.lastPassAt);
    expect(step.calls.filter(call => call === 'apply beta')).toHaveLength(1);
    expect(step.calls.filter(call => call === 'plan alpha')).toHaveLength(1);
  });

  it('lists each kind once for all workspaces', async () => {
    for (const id of ['alpha', 'beta']) {
      bench.cluster.objects.push({
        ...ROLE,
        metadata: {
          name: 'r',
          namespace: `${id}-x`,
          labels: { 'team-workspaces.dev/workspace': id },
        },
      });
    }
    const found: Record<string, number[]> = {};
    step.onPlan = async ({ workspace: { id }, reader }) => {
      const own = await reader.listManaged(ROLE, `${id}-x`);
      const others = await reader.listManaged(ROLE, 'alpha-x');
      const one = await reader.get({
        ...ROLE,
        namespace: `${id}-x`,
        name: 'r',
      });
      found[id] = [own.length, others.length, one ? 1 : 0];
    };
    bench.cluster.requests.length = 0;
    await bench.reconciler.compare('local');
    expect(bench.cluster.requests).toEqual([
      'list rbac.authorization.k8s.io/v1/Role',
    ]);
    expect(found).toEqual({
      alpha: [1, 1, 1],
      beta: [1, 0, 1],
      gamma: [0, 0, 0],
    });
  });

  describe('after a comparison without a difference', () => {
    const roleOf = (id: string, resourceVersion: string) => ({
      ...ROLE,
      metadata: {
        name: 'r',
        namespace: `${id}-x`,
        uid: `uid-${id}`,
        resourceVersion,
        labels: { 'team-workspaces.dev/workspace': id },
      },
    });
    const plans = async () => {
      step.calls.length = 0;
      await bench.reconciler.compare('local');
      return step.calls;
    };

    beforeEach(async () => {
      step.readsClusterOnly = true;
      step.onPlan = async ({ reader }) => {
        await reader.listManaged(ROLE, 'alpha-x');
      };
      bench.cluster.objects.push(roleOf('alpha', '1'), roleOf('beta', '2'));
      await bench.reconciler.compare('local');
    });

    it('plans nothing while nothing changes', async () => {
      expect(await plans()).toEqual([]);
    });

    it('plans again what has another object, or another version of one', async () => {
      bench.cluster.objects.splice(
        0,
        2,
        roleOf('alpha', '3'),
        roleOf('beta', '2'),
      );
      expect(await plans()).toEqual(['plan alpha']);
      bench.cluster.objects.splice(1, 1);
      expect(await plans()).toEqual(['plan beta']);
      bench.cluster.objects.push(roleOf('gamma', '4'));
      expect(await plans()).toEqual(['plan gamma']);
    });

    it('plans again what is wanted otherwise', async () => {
      const alpha = await bench.store.findById('alpha');
      await bench.store.update(alpha!.uid, 1, { description: 'New.' });
      expect(await plans()).toEqual(['plan alpha']);
    });

    it('plans again what a step that looks at something else asks for', async () => {
      step.readsClusterOnly = undefined;
      let hour = 1;
      step.comparisonKey = ({ id }) => (id === 'beta' ? `hour ${hour}` : '');
      await plans();
      expect(await plans()).toEqual([]);
      hour = 2;
      expect(await plans()).toEqual(['plan beta']);
      expect(await plans()).toEqual([]);
    });

    it('plans each time when a step looks at something else', async () => {
      step.readsClusterOnly = undefined;
      await plans();
      step.calls.length = 0;
      expect(await plans()).toHaveLength(3);
    });
  });

  it('says nothing about workspaces when the cluster does not answer', async () => {
    bench.cluster.failure = new ClusterError({
      reason: 'ClusterUnreachable',
      message: 'Nobody there.',
    });
    step.onPlan = async ({ reader }) => {
      await reader.listManaged(ROLE, 'alpha-x');
    };
    await expect(bench.reconciler.compare('local')).rejects.toThrow(
      'Nobody there.',
    );
    expect(await bench.store.queueState()).toMatchObject({
      due: 0,
      stopped: 0,
    });
  });

  it('refuses writes of a plan', async () => {
    step.onPlan = async context => {
      await context.write(async () => undefined);
    };
    await expect(bench.reconciler.compare('local')).resolves.toMatchObject({
      different: 3,
    });
    step.onPlan = undefined;
  });

  it('leaves out what waits for its next attempt or is being deleted', async () => {
    step.problems = [{ reason: 'ClusterUnavailable', message: 'Later.' }];
    await bench.passAgain('alpha');
    step.problems = [];
    const beta = await bench.store.findById('beta');
    step.onRemove = async () => {
      throw new Error('no');
    };
    await bench.store.requestDeletion(beta!.uid, 1, 'user:default/ada');
    bench.reconciler.kick();
    await bench.afterPass('beta', beta?.lastPassAt);
    await expect(bench.reconciler.compare('local')).resolves.toMatchObject({
      compared: 1,
    });
  });

  it('ends when it is told to', async () => {
    await expect(
      bench.reconciler.compare('local', AbortSignal.abort()),
    ).rejects.toThrow('aborted');
  });
});
