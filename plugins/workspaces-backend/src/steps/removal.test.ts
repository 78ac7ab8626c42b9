import { NAMESPACE } from '../objects/kinds';
import { eventually } from './__testUtils__/eventually';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

const cluster = useDevCluster();

const identity = (runner: StepRunner, index = 0) => ({
  ...NAMESPACE,
  name: runner.workspace.namespaces[index].name,
});

/** Repeats the removal until nothing is pending any more. */
const removeCompletely = (runner: StepRunner) =>
  eventually(async () => {
    const error = await failureOf(runner);
    if (error === undefined) {
      return 'removed';
    }
    expect(error).toMatchObject({
      name: 'StepPendingError',
      problem: { reason: 'NamespaceTerminating' },
    });
    return undefined;
  });

/** What one pass of removal fails with, if it does. */
async function failureOf(runner: StepRunner): Promise<Error | undefined> {
  try {
    await runner.remove();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('removal', () => {
  it('deletes the namespaces, and everything in them with it', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    const plans = await Promise.all(
      runner.steps.map(step => step.planRemoval(runner.createContext())),
    );
    expect(
      plans
        .flatMap(({ changes }) => changes)
        .map(({ action, object }) => `${action} ${object.kind} ${object.name}`)
        .sort(),
    ).toEqual(
      runner.workspace.namespaces
        .map(({ name }) => `delete Namespace ${name}`)
        .sort(),
    );
    await removeCompletely(runner);
    expect(cluster.current.objectsOf(runner)).toEqual([]);
    expect(runner.records.list()).toEqual([]);
    await runner.remove();
    expect(runner.writes).toBe(0);
  });

  it('removes only what is ours, and tells what stays', async () => {
    const runner = cluster.current.createRunner();
    await cluster.current.other.create({
      ...NAMESPACE,
      metadata: { name: identity(runner).name },
    });
    const before = await cluster.current.client.get(identity(runner));
    expect((await runner.provision()).problems).toHaveLength(1);
    const [step] = runner.steps;
    const plan = await step.planRemoval(runner.createContext());
    expect(plan).toMatchObject({ changes: [], problems: [] });
    expect(plan.leftBehind).toEqual([
      expect.stringContaining(`${identity(runner).name} already exists`),
    ]);
    await removeCompletely(runner);
    expect(await cluster.current.client.get(identity(runner))).toEqual(before);
  });

  it('never deletes a namespace that was made again behind our back', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    await runner.records.put(
      runner.records
        .list()
        .filter(({ name }) => name === identity(runner).name)
        .map(record => ({ ...record, uid: 'an-earlier-one' })),
    );
    const { name } = identity(runner);
    await cluster.current.other.patch(identity(runner), {
      metadata: { annotations: null },
    });
    await removeCompletely(runner);
    expect(
      cluster.current
        .objectsOf(runner)
        .filter(({ kind }) => kind === 'Namespace')
        .map(({ metadata }) => metadata.name),
    ).toEqual([name]);
  });

  it('refuses to delete when the namespace changed after the plan', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    const [step] = runner.steps;
    const context = runner.createContext();
    const plan = await step.planRemoval(context);
    const changes = plan.changes.map(change => ({
      ...change,
      object: { ...change.object, uid: 'another' },
    }));
    await expect(
      step.remove(context, { ...plan, changes }),
    ).rejects.toMatchObject({ reason: 'ObjectConflict' });
    expect(
      await cluster.current.client.get(identity(runner)),
    ).not.toHaveProperty('metadata.deletionTimestamp');
  });

  it('names the finalizer that holds a namespace, first as pending, then as stuck', async () => {
    const create = (stuckTerminating: string) =>
      cluster.current.createRunner({
        config: { reconciler: { stuckTerminating } },
      });
    const runner = create('1h');
    await runner.provision();
    await cluster.current.other.patch(identity(runner), {
      metadata: { finalizers: ['example.com/hold'] },
    });
    await expect(runner.remove()).rejects.toMatchObject({
      name: 'StepPendingError',
      problem: {
        reason: 'NamespaceTerminating',
        message: expect.stringContaining('example.com/hold'),
      },
    });
    runner.steps = create('1ms').steps;
    const stuck = eventually(async () => {
      const error = await failureOf(runner);
      return error?.name === 'StepPendingError' ? undefined : error;
    });
    await expect(stuck).resolves.toMatchObject({
      name: 'StepFailedError',
      problem: {
        reason: 'NamespaceStuckTerminating',
        message: expect.stringContaining('example.com/hold'),
        object: { name: identity(runner).name },
        hint: expect.any(String),
      },
    });
    await cluster.current.other.patch(identity(runner), {
      metadata: { finalizers: null },
    });
    runner.steps = create('1h').steps;
    await removeCompletely(runner);
    expect(cluster.current.objectsOf(runner)).toEqual([]);
  });
});
