import {
  ROLE_ARN_ANNOTATION,
  SUBJECT_ANNOTATION,
  USER_ANNOTATION,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { WorkspacePerson } from '@team-workspaces/backstage-plugin-workspaces-node';
import { SERVICE_ACCOUNT } from '../objects/kinds';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

jest.setTimeout(60_000);

const ROLE_ARN = 'arn:aws:iam::123456789012:role/drls-workspace-team';

function person(name: string): WorkspacePerson {
  return {
    ref: `user:default/${name}`,
    role: 'user',
    subject: `subject of ${name}`,
    serviceAccount: `user-${name}`,
  };
}

describe('ServiceAccounts of people', () => {
  const cluster = useDevCluster();

  const accountsOf = (runner: StepRunner) =>
    cluster.current
      .objectsOf(runner)
      .filter(({ kind }) => kind === 'ServiceAccount');
  const namesOf = (runner: StepRunner) =>
    accountsOf(runner).map(
      ({ metadata }) =>
        `${metadata.namespace?.slice(runner.workspace.id.length + 1)}/${
          metadata.name
        }`,
    );
  const identity = (runner: StepRunner, name: string) => ({
    ...SERVICE_ACCOUNT,
    namespace: runner.workspace.namespaces[0].name,
    name,
  });

  it('should make one per person and namespace, and then write nothing', async () => {
    const runner = cluster.current.createRunner({
      people: [person('ann'), person('bob')],
    });
    const { changes } = await runner.provision();
    expect(runner.writes).toBe(changes.length);
    expect(namesOf(runner)).toHaveLength(
      2 * runner.workspace.namespaces.length,
    );
    expect(accountsOf(runner)[0]).toMatchObject({
      automountServiceAccountToken: false,
      metadata: {
        name: 'user-ann',
        annotations: {
          [SUBJECT_ANNOTATION]: 'subject of ann',
          [USER_ANNOTATION]: 'user:default/ann',
        },
      },
    });
    expect((await runner.provision()).changes).toEqual([]);
    expect(runner.writes).toBe(0);
  });

  it('should ask once per namespace about many new people', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    await runner.plan();
    const before = runner.reads;
    runner.people = Array.from({ length: 20 }, (_, n) => person(`p${n}`));
    await runner.plan();
    expect(runner.reads).toBe(before);
  });

  it('should take those away who are no members any more', async () => {
    const runner = cluster.current.createRunner({
      people: [person('ann'), person('bob')],
    });
    await runner.provision();
    runner.people = [person('bob')];
    const { changes } = await runner.provision();
    expect(changes.map(({ action }) => action)).toEqual(
      runner.workspace.namespaces.map(() => 'delete'),
    );
    expect(namesOf(runner).join()).not.toContain('user-ann');
    expect(
      runner.records.list().filter(({ name }) => name === 'user-ann'),
    ).toEqual([]);
    expect((await runner.provision()).changes).toEqual([]);
  });

  it('should forget one that is gone by itself when nobody wants it any more', async () => {
    const runner = cluster.current.createRunner({ people: [person('ann')] });
    await runner.provision();
    await cluster.current.other.delete(identity(runner, 'user-ann'));
    runner.people = [];
    await runner.provision();
    expect(
      runner.records.list().filter(({ name }) => name === 'user-ann'),
    ).toEqual([]);
  });

  it('should write a role to all of them, change it, and take it away', async () => {
    const runner = cluster.current.createRunner({
      people: [person('ann'), person('bob')],
    });
    await runner.provision();
    const roles = () =>
      accountsOf(runner).map(
        ({ metadata }) => metadata.annotations?.[ROLE_ARN_ANNOTATION],
      );
    for (const roleArn of [ROLE_ARN, `${ROLE_ARN}-2`, undefined]) {
      runner.workspace = {
        ...runner.workspace,
        iam: { mode: roleArn ? 'external' : 'none', roleArn },
      };
      const { changes } = await runner.provision();
      expect(runner.writes).toBe(changes.length);
      expect(new Set(roles())).toEqual(new Set([roleArn]));
      expect((await runner.provision()).changes).toEqual([]);
    }
  });

  it('should put right what others changed, and take away a role that they set', async () => {
    const runner = cluster.current.createRunner({ people: [person('ann')] });
    await runner.provision();
    const [before] = accountsOf(runner);
    await cluster.current.other.patch(identity(runner, 'user-ann'), {
      metadata: {
        annotations: {
          [ROLE_ARN_ANNOTATION]: 'arn:aws:iam::123456789012:role/admin',
          [USER_ANNOTATION]: 'user:default/mallory',
        },
      },
    });
    const { changes } = await runner.provision();
    expect(changes[0].fields.map(({ path }) => path).sort()).toEqual([
      `metadata.annotations[${ROLE_ARN_ANNOTATION}]`,
      `metadata.annotations[${USER_ANNOTATION}]`,
    ]);
    expect(accountsOf(runner)[0].metadata.annotations).toEqual(
      before.metadata.annotations,
    );
    expect((await runner.plan()).changes).toEqual([]);
  });

  it('should leave one of the same name alone that is not ours, and give everybody else theirs', async () => {
    const runner = cluster.current.createRunner();
    await runner.provision();
    const foreign = {
      ...identity(runner, 'user-ann'),
      metadata: {
        name: 'user-ann',
        namespace: runner.workspace.namespaces[0].name,
      },
    };
    await cluster.current.other.create(foreign);
    const [made] = accountsOf(runner);
    runner.people = [person('ann'), person('bob'), person('cat')];
    const step = runner.steps.find(({ id }) => id === 'service-accounts')!;
    const context = runner.createContext();
    const plan = await step.plan(context);
    expect(plan.objectProblems).toEqual([
      expect.objectContaining({
        reason: 'ServiceAccountConflict',
        object: expect.objectContaining({
          name: 'user-ann',
          uid: made.metadata.uid,
        }),
      }),
    ]);
    await step.apply(context, plan);
    const total = 3 * runner.workspace.namespaces.length;
    expect(namesOf(runner)).toHaveLength(total);
    expect(runner.writes).toBe(total - 1);
    expect(accountsOf(runner)).toContainEqual(made);
  });
});
