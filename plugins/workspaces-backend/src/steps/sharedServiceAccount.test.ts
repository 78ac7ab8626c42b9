import {
  ROLE_ARN_ANNOTATION,
  USER_ANNOTATION,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { ROLE_ANNOTATIONS } from '../iam/roleAnnotations';
import { SERVICE_ACCOUNT } from '../objects/kinds';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

jest.setTimeout(60_000);

const ROLE_ARN = 'arn:aws:iam::123456789012:role/drls-workspace-team';

describe('The ServiceAccount that pods share', () => {
  const cluster = useDevCluster();
  let shared: string | undefined;

  const createRunner = () =>
    cluster.current.createRunner({
      people: [
        {
          ref: 'user:default/ann',
          role: 'user',
          subject: 'ann',
          serviceAccount: 'user-ann',
        },
      ],
      workspace: { iam: { mode: 'external', roleArn: ROLE_ARN } },
      roles: { ...ROLE_ANNOTATIONS, sharedServiceAccount: () => shared },
    });
  const accountsOf = (runner: StepRunner, name: string) =>
    cluster.current
      .objectsOf(runner)
      .filter(
        ({ kind, metadata }) =>
          kind === 'ServiceAccount' && metadata.name === name,
      );
  const identity = (runner: StepRunner) => ({
    ...SERVICE_ACCOUNT,
    namespace: runner.workspace.namespaces[0].name,
    name: 'workspace',
  });

  beforeEach(() => {
    shared = 'workspace';
  });

  it('should be in each namespace, without a role and without a token', async () => {
    const runner = createRunner();
    await runner.provision();
    const accounts = accountsOf(runner, 'workspace');
    expect(accounts).toHaveLength(runner.workspace.namespaces.length);
    for (const { metadata, automountServiceAccountToken } of accounts) {
      expect(automountServiceAccountToken).toBe(false);
      expect(metadata.annotations).not.toHaveProperty([ROLE_ARN_ANNOTATION]);
      expect(metadata.annotations).not.toHaveProperty([USER_ANNOTATION]);
    }
    expect(
      accountsOf(runner, 'user-ann')[0].metadata.annotations,
    ).toHaveProperty([ROLE_ARN_ANNOTATION], ROLE_ARN);
    expect((await runner.provision()).changes).toEqual([]);
  });

  it('should lose a role that somebody gives it', async () => {
    const runner = createRunner();
    await runner.provision();
    await cluster.current.other.patch(identity(runner), {
      metadata: { annotations: { [ROLE_ARN_ANNOTATION]: ROLE_ARN } },
    });
    await runner.provision();
    const [{ metadata }] = accountsOf(runner, 'workspace');
    expect(metadata.annotations).not.toHaveProperty([ROLE_ARN_ANNOTATION]);
  });

  it('should be made again, and go when nobody wants it any more', async () => {
    const runner = createRunner();
    await runner.provision();
    await cluster.current.other.delete(identity(runner));
    await runner.provision();
    expect(accountsOf(runner, 'workspace')).toHaveLength(
      runner.workspace.namespaces.length,
    );
    shared = undefined;
    await runner.provision();
    expect(accountsOf(runner, 'workspace')).toEqual([]);
    expect(accountsOf(runner, 'user-ann')).not.toEqual([]);
  });

  it('should leave one of somebody else alone, and say so', async () => {
    shared = undefined;
    const runner = createRunner();
    await runner.provision();
    const { namespace } = identity(runner);
    await cluster.current.other.create({
      ...SERVICE_ACCOUNT,
      metadata: { name: 'workspace', namespace },
    });
    const before = accountsOf(runner, 'workspace');
    shared = 'workspace';
    const step = runner.steps.find(({ id }) => id === 'service-accounts')!;
    const context = runner.createContext();
    const plan = await step.plan(context);
    expect(plan.objectProblems).toEqual([
      expect.objectContaining({
        reason: 'ServiceAccountConflict',
        message: expect.stringContaining('pods share none there'),
      }),
    ]);
    await step.apply(context, plan);
    expect(accountsOf(runner, 'workspace')).toEqual(
      expect.arrayContaining(before),
    );
    expect(accountsOf(runner, 'workspace')).toHaveLength(
      runner.workspace.namespaces.length,
    );
    shared = undefined;
    await runner.provision();
    expect(accountsOf(runner, 'workspace')).toEqual(before);
  });
});
