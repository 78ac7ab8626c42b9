import type { JsonObject } from '@backstage/types';
import type {
  PlannedChange,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

const cluster = useDevCluster();

const describeChange = ({ action, object }: PlannedChange) =>
  `${action} ${object.kind} ${object.name}`;

const countKinds = (runner: StepRunner) => {
  const counts: Record<string, number> = {};
  for (const { kind } of cluster.current.objectsOf(runner)) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

const change = (runner: StepRunner, part: Partial<Workspace>) => {
  runner.workspace = { ...runner.workspace, ...part };
};

describe('the steps of a workspace', () => {
  it('make everything in the fewest requests, and then find nothing to do', async () => {
    const runner = cluster.current.createRunner();
    const { changes, problems } = await runner.provision();
    expect(problems).toEqual([]);
    expect(changes.filter(({ action }) => action !== 'create')).toEqual([]);
    expect(runner.writes).toBe(27);
    expect(runner.reads).toBe(3);
    // One statement per step.
    expect(runner.records.writes).toBe(5);
    expect(runner.records.list()).toHaveLength(27);
    expect(countKinds(runner)).toEqual({
      Namespace: 3,
      ResourceQuota: 3,
      LimitRange: 3,
      NetworkPolicy: 3,
      Role: 9,
      RoleBinding: 6,
    });

    const before = cluster.current.objectsOf(runner);
    expect(await runner.provision()).toEqual({ changes: [], problems: [] });
    expect(runner.writes).toBe(0);
    expect(cluster.current.objectsOf(runner)).toEqual(before);
  });

  it('plan exactly what they then do', async () => {
    const runner = cluster.current.createRunner();
    const planned = await runner.plan();
    expect(runner.writes).toBe(0);
    expect(cluster.current.objectsOf(runner)).toEqual([]);
    expect((await runner.provision()).changes).toEqual(planned.changes);
  });

  it('write what a changed workspace differs in, and nothing else', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    change(runner, { quotaProfile: 'medium', generation: 2 });
    const { changes } = await runner.provision();
    expect(
      changes.map(({ action, object }) => `${action} ${object.kind}`).sort(),
    ).toEqual([
      ...Array(3).fill('update LimitRange'),
      ...Array(3).fill('update Namespace'),
      ...Array(3).fill('update ResourceQuota'),
    ]);
    expect(runner.writes).toBe(9);
    expect(
      changes
        .find(({ object: { kind } }) => kind === 'ResourceQuota')
        ?.fields.find(({ path }) => path === 'spec.hard[requests.cpu]'),
    ).toEqual({ path: 'spec.hard[requests.cpu]', before: '4', after: '8' });
    await runner.provision();
    expect(runner.writes).toBe(0);
  });

  it('write nothing when only the generation is another', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    change(runner, { generation: 2 });
    expect((await runner.provision()).changes).toEqual([]);
  });

  it('take a resource out of the quota that the profile no longer names', async () => {
    const create = (hard: JsonObject) =>
      cluster.current.createRunner({
        config: { quotaProfiles: { small: { hard, container: {} } } },
      });
    const runner = create({ pods: 1, services: 1 });
    await runner.provision();
    runner.steps = create({ pods: 1 }).steps;
    const { changes } = await runner.provision();
    expect(changes).toHaveLength(3);
    expect(changes[0].fields).toEqual([
      { path: 'spec.hard.services', before: '1' },
    ]);
    expect((await runner.plan()).changes).toEqual([]);
  });

  it('follow the members', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    runner.members = [
      { subject: 'group:default/team-a', role: 'user' },
      { subject: 'user:default/vic', role: 'viewer' },
    ];
    const { changes } = await runner.provision();
    expect(changes.map(describeChange).sort()).toEqual([
      ...Array(3).fill('create RoleBinding workspace-viewer'),
      ...Array(3).fill('delete RoleBinding workspace-admin'),
    ]);
    expect(countKinds(runner)).toMatchObject({ Role: 9, RoleBinding: 6 });
    expect(
      runner.records
        .list()
        .filter(({ kind, name }) => `${kind} ${name}`.includes('Binding'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      ...Array(3).fill('workspace-user'),
      ...Array(3).fill('workspace-viewer'),
    ]);
    await runner.provision();
    expect(runner.writes).toBe(0);
  });

  it('leave a namespace of a suffix that is no longer configured', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    const before = countKinds(runner);
    runner.steps = cluster.current.createRunner({
      config: { namespaces: [{ suffix: 'dev', networkProfile: 'clusters' }] },
    }).steps;
    expect((await runner.provision()).changes).toEqual([]);
    expect(countKinds(runner)).toEqual(before);
  });

  it('do nothing about the default workspace', async () => {
    const runner = cluster.current.createRunner();
    change(runner, { isDefault: true });
    expect(await runner.plan()).toEqual({ changes: [], problems: [] });
    expect(runner.reads).toBe(0);
    const plans = await runner.remove();
    expect(plans.flatMap(({ changes }) => changes)).toEqual([]);
    expect(runner.writes).toBe(0);
  });

  it.each([
    ['a quota profile', { quotaProfile: 'gone' }, 'quota profile "gone"'],
    [
      'a network profile',
      {
        namespaces: [{ name: 'lack-x', suffix: 'x', networkProfile: 'gone' }],
      },
      'network profile "gone"',
    ],
  ])('write nothing of a step that lacks %s', async (_name, part, message) => {
    const runner = cluster.current.createRunner();
    change(runner, part);
    const { problems } = await runner.plan();
    expect(problems[0]).toMatchObject({
      reason: 'ObjectInvalid',
      message: expect.stringContaining(message),
      hint: expect.any(String),
    });
  });
});
