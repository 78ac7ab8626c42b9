import { MANAGED_BY_LABEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectKind } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  LIMIT_RANGE,
  NAMESPACE,
  NETWORK_POLICY,
  RESOURCE_QUOTA,
  ROLE,
  ROLE_BINDING,
} from '../objects/kinds';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

const cluster = useDevCluster();

/** A value that somebody else wrote. */
const written = (before: unknown) => ({
  before,
  manager: 'kubectl-edit',
  managedAt: expect.any(String),
});

/** A value that somebody took away: it is not known who did. */
const TAKEN_AWAY = {};

const within = (runner: StepRunner, kind: ObjectKind, name: string) => ({
  ...kind,
  namespace: runner.workspace.namespaces[0].name,
  name,
});

async function provisioned(): Promise<StepRunner> {
  const runner = cluster.current.createRunner();
  await runner.provision();
  return runner;
}

describe('what somebody else changed', () => {
  it.each<[ObjectKind, string, object, string, object]>([
    [
      RESOURCE_QUOTA,
      'workspace',
      { spec: { hard: { pods: '999' } } },
      'spec.hard.pods',
      written('999'),
    ],
    [
      LIMIT_RANGE,
      'workspace',
      { spec: { limits: [] } },
      'spec.limits',
      written([]),
    ],
    [
      NETWORK_POLICY,
      'workspace',
      { spec: { egress: [{}] } },
      'spec.egress',
      written([{}]),
    ],
    [
      NETWORK_POLICY,
      'workspace',
      { spec: { podSelector: { matchLabels: { app: 'x' } } } },
      'spec.podSelector',
      written({ matchLabels: { app: 'x' } }),
    ],
    [
      NETWORK_POLICY,
      'workspace',
      { spec: { policyTypes: ['Ingress'] } },
      'spec.policyTypes',
      written(['Ingress']),
    ],
    [
      ROLE,
      'workspace-viewer',
      { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
      'rules',
      written([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]),
    ],
    [
      ROLE_BINDING,
      'workspace-user',
      { subjects: null },
      'subjects',
      TAKEN_AWAY,
    ],
  ])('to %p %s is shown with its author and put right', async (...row) => {
    const [kind, name, edit, path, found] = row;
    const runner = await provisioned();
    const expected = cluster.current.objectsOf(runner);
    const identity = within(runner, kind, name);
    await cluster.current.other.patch(identity, edit);

    const { changes } = await runner.plan();
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ action: 'update', object: identity });
    expect(changes[0].fields).toEqual([
      { path, after: expect.anything(), ...found },
    ]);

    await runner.provision();
    expect(runner.writes).toBe(1);
    expect(content(cluster.current.objectsOf(runner))).toEqual(
      content(expected),
    );
    expect((await runner.plan()).changes).toEqual([]);
  });

  it('to a label of a namespace is put right, other labels stay', async () => {
    const runner = await provisioned();
    const { name } = runner.workspace.namespaces[0];
    const enforce = 'pod-security.kubernetes.io/enforce';
    await cluster.current.other.patch(
      { ...NAMESPACE, name },
      { metadata: { labels: { [enforce]: 'privileged', team: 'x' } } },
    );
    const { changes } = await runner.provision();
    expect(changes.map(({ fields }) => fields)).toEqual([
      [
        {
          path: `metadata.labels[${enforce}]`,
          before: 'privileged',
          after: 'restricted',
          manager: 'kubectl-edit',
          managedAt: expect.any(String),
        },
      ],
    ]);
    const live = await cluster.current.client.get({ ...NAMESPACE, name });
    expect(live?.metadata.labels).toMatchObject({
      [enforce]: 'restricted',
      team: 'x',
    });
  });

  it('by deleting it is made again', async () => {
    const runner = await provisioned();
    for (const [kind, name] of [
      [RESOURCE_QUOTA, 'workspace'],
      [NETWORK_POLICY, 'workspace'],
      [ROLE_BINDING, 'workspace-admin'],
    ] as const) {
      await cluster.current.other.delete(within(runner, kind, name));
    }
    const { changes } = await runner.provision();
    expect(changes.map(({ action }) => action)).toEqual([
      'create',
      'create',
      'create',
    ]);
    expect((await runner.plan()).changes).toEqual([]);
  });

  it('by binding another role is made again, which Kubernetes never changes', async () => {
    const runner = await provisioned();
    const identity = within(runner, ROLE_BINDING, 'workspace-user');
    await cluster.current.other.delete(identity);
    await cluster.current.other.create({
      ...ROLE_BINDING,
      metadata: { name: identity.name, namespace: identity.namespace },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [],
    });
    const { changes } = await runner.provision();
    expect(changes.map(({ action }) => action)).toEqual(['delete', 'create']);
    expect(await cluster.current.client.get(identity)).toMatchObject({
      roleRef: { kind: 'Role', name: 'workspace-user' },
    });
    expect((await runner.plan()).changes).toEqual([]);
  });

  it('by taking the label of an unwanted object is still found by our records', async () => {
    const runner = await provisioned();
    const identity = within(runner, ROLE_BINDING, 'workspace-admin');
    await cluster.current.other.patch(identity, {
      metadata: { labels: { [MANAGED_BY_LABEL]: null } },
    });
    runner.members = [{ subject: 'group:default/team-a', role: 'user' }];
    const { changes } = await runner.provision();
    expect(changes.filter(({ action }) => action === 'delete')).toHaveLength(3);
    expect(await cluster.current.client.get(identity)).toBeUndefined();
  });

  it('by an object of their own beside ours is left alone', async () => {
    const runner = await provisioned();
    const identity = within(runner, ROLE_BINDING, 'theirs');
    await cluster.current.other.create({
      ...ROLE_BINDING,
      metadata: { name: identity.name, namespace: identity.namespace },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'x',
      },
    });
    expect((await runner.provision()).changes).toEqual([]);
    expect(await cluster.current.client.get(identity)).toBeDefined();
  });
});

/** Objects without what every write changes. */
function content(objects: readonly object[]): object[] {
  return objects.map(object => ({
    ...object,
    metadata: {
      ...(object as { metadata: object }).metadata,
      generation: undefined,
      managedFields: undefined,
      resourceVersion: undefined,
    },
  }));
}
