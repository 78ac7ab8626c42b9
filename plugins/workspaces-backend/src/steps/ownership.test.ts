import {
  CREATION_TOKEN_ANNOTATION,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  StepPendingError,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { NAMESPACE, RESOURCE_QUOTA } from '../objects/kinds';
import { eventually } from './__testUtils__/eventually';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

const cluster = useDevCluster();

const first = (runner: StepRunner) => runner.workspace.namespaces[0].name;

const identity = (runner: StepRunner) => ({
  ...NAMESPACE,
  name: first(runner),
});

/** A namespace that somebody else made under the first name of a workspace. */
const occupy = (runner: StepRunner, metadata: object = {}) =>
  cluster.current.other.create({
    ...NAMESPACE,
    metadata: { name: first(runner), ...metadata },
  });

/** Runs a pass that must end with a problem, and leave a namespace byte-equal. */
async function expectUntouched(runner: StepRunner): Promise<KubernetesObject> {
  const before = await cluster.current.client.get(identity(runner));
  const { changes, problems } = await runner.provision();
  expect(changes).toEqual([]);
  expect(runner.writes).toBe(0);
  expect(runner.records.list().map(({ uid }) => uid)).not.toContain(
    before?.metadata.uid,
  );
  expect(
    JSON.stringify(await cluster.current.client.get(identity(runner))),
  ).toBe(JSON.stringify(before));
  expect(problems[0].object).toMatchObject({
    kind: 'Namespace',
    name: first(runner),
    uid: before?.metadata.uid,
  });
  expect(problems[0].hint).toBeDefined();
  return { ...before!, problem: problems[0] };
}

/** Waits until a namespace has gone. */
const gone = (runner: StepRunner) =>
  eventually(async () =>
    (await cluster.current.client.get(identity(runner))) ? undefined : 'gone',
  );

describe('a namespace that exists', () => {
  it('is a conflict without a record or a label of ours', async () => {
    const runner = cluster.current.createRunner();
    await occupy(runner);
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceConflict' });
    expect(cluster.current.objectsOf(runner)).toHaveLength(1);
  });

  it('is a conflict with our labels too, because anybody can set them', async () => {
    const runner = cluster.current.createRunner();
    await occupy(runner, {
      labels: {
        [WORKSPACE_LABEL]: runner.workspace.id,
        [MANAGED_BY_LABEL]: MANAGED_BY,
      },
    });
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceConflict' });
  });

  it('is told apart when it is labelled for another workspace', async () => {
    const runner = cluster.current.createRunner();
    await occupy(runner, { labels: { [WORKSPACE_LABEL]: 'other' } });
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({
      reason: 'NamespaceOwnedByOther',
      message: expect.stringContaining('"other"'),
    });
  });

  it('is not ours by a creation token of another workspace', async () => {
    const runner = cluster.current.createRunner({ creationToken: 'mine' });
    await occupy(runner, {
      annotations: { [CREATION_TOKEN_ANNOTATION]: 'theirs' },
    });
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceConflict' });
  });

  it('is not ours by an empty creation token', async () => {
    const runner = cluster.current.createRunner({ creationToken: '' });
    await occupy(runner, { annotations: { [CREATION_TOKEN_ANNOTATION]: '' } });
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceConflict' });
  });

  it('is told apart when it was made again behind our back', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    await cluster.current.other.delete(identity(runner));
    await gone(runner);
    await occupy(runner);
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceRecreated' });
  });

  it('is waited for while it is being deleted', async () => {
    const runner = cluster.current.createRunner();
    await occupy(runner, { finalizers: ['example.com/hold'] });
    await cluster.current.other.delete(identity(runner));
    const { problem } = await expectUntouched(runner);
    expect(problem).toMatchObject({ reason: 'NamespaceTerminating' });
    await cluster.current.other.patch(identity(runner), {
      metadata: { finalizers: null },
    });
    await gone(runner);
    expect((await runner.provision()).problems).toEqual([]);
  });

  it('keeps the other namespaces of the workspace from being written too', async () => {
    const runner = cluster.current.createRunner();
    await occupy(runner);
    const { problems, changes } = await runner.plan();
    expect(problems).toHaveLength(1);
    // The plan shows what would be made, nothing of it within the foreign namespace.
    expect(
      changes.filter(({ object }) => object.namespace === first(runner)),
    ).toEqual([]);
    await expectUntouched(runner);
  });

  it('that appears between plan and creation is left as it is', async () => {
    const runner = cluster.current.createRunner();
    const context = runner.createContext();
    const [step] = runner.steps;
    const plan = await step.plan(context);
    expect(plan.problems).toEqual([]);
    await occupy(runner);
    const before = await cluster.current.client.get(identity(runner));
    await expect(step.apply(context, plan)).rejects.toMatchObject({
      problem: { reason: 'NamespaceConflict' },
    });
    expect(await cluster.current.client.get(identity(runner))).toEqual(before);
    // The two others were made and recorded.
    expect(runner.records.list()).toHaveLength(2);
  });

  it('that is being deleted when it is to be made is waited for', async () => {
    const runner = cluster.current.createRunner();
    const context = runner.createContext();
    const [step] = runner.steps;
    const plan = await step.plan(context);
    await occupy(runner, { finalizers: ['example.com/hold'] });
    await cluster.current.other.delete(identity(runner));
    await expect(step.apply(context, plan)).rejects.toThrow(StepPendingError);
  });
});

describe('a namespace of ours', () => {
  it('is known by its creation token when the answer was lost', async () => {
    const runner = cluster.current.createRunner();
    const [step] = runner.steps;
    const context = runner.createContext();
    await step.apply(context, await step.plan(context));
    await runner.records.remove(runner.records.list());
    const { changes, problems } = await runner.provision();
    expect(problems).toEqual([]);
    // The namespaces are as they should be; only the records were missing.
    expect(
      changes.filter(({ object: { kind } }) => kind === 'Namespace'),
    ).toEqual(
      Array(3).fill(expect.objectContaining({ action: 'update', fields: [] })),
    );
    // Everything within; nothing for the namespaces themselves.
    expect(runner.writes).toBe(24);
    expect(
      runner.records.list().filter(({ kind }) => kind === 'Namespace'),
    ).toHaveLength(3);
    expect((await runner.provision()).changes).toEqual([]);
  });

  it('is made again when it was deleted, with everything in it', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    await cluster.current.other.delete(identity(runner));
    await gone(runner);
    const { changes } = await runner.provision();
    expect(changes).toHaveLength(9);
    expect(changes.every(({ action }) => action === 'create')).toBe(true);
    const live = await cluster.current.client.get(identity(runner));
    expect(runner.records.find(identity(runner))?.uid).toBe(live?.metadata.uid);
    expect((await runner.provision()).changes).toEqual([]);
  });

  it('is one that was adopted, whose own labels and objects stay', async () => {
    const runner = cluster.current.createRunner();
    const { uid = '' } = (await occupy(runner, { labels: { team: 'x' } }))
      .metadata;
    const quota = {
      ...RESOURCE_QUOTA,
      metadata: { name: 'workspace', namespace: first(runner) },
      spec: { hard: { pods: '1' } },
    };
    await cluster.current.other.create(quota);
    await runner.records.put([
      { ...identity(runner), uid, step: 'namespaces', adopted: true },
    ]);
    const { changes, problems } = await runner.provision();
    expect(problems).toEqual([]);
    expect(changes.find(({ object }) => object.uid === uid)).toMatchObject({
      action: 'update',
      object: { kind: 'Namespace' },
    });
    expect(
      changes.find(
        ({ object }) =>
          object.kind === 'ResourceQuota' && object.namespace === first(runner),
      ),
    ).toMatchObject({
      action: 'update',
      fields: expect.arrayContaining([
        expect.objectContaining({
          path: 'spec.hard.pods',
          before: '1',
          after: '20',
          manager: 'kubectl-edit',
        }),
      ]),
    });
    expect(runner.records.find(identity(runner))).toMatchObject({
      uid,
      adopted: true,
    });
    const live = await cluster.current.client.get(identity(runner));
    expect(live?.metadata.labels).toMatchObject({
      team: 'x',
      [WORKSPACE_LABEL]: runner.workspace.id,
    });
    expect((await runner.provision()).changes).toEqual([]);
  });
});
