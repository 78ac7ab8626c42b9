import type { IamReport } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AwsClusterConfig } from '../config';
import {
  renderPermissionsPolicy,
  renderTrustPolicy,
  type PolicyStatement,
} from '../policies';
import { policyInput } from '../role/policyInput';
import { awsRefusal } from '../testing/FakeIam';
import {
  PLACE,
  POD_IDENTITY,
  PodIdentityBench,
} from '../testing/PodIdentityBench';
import { roleConfig } from '../testing/roleConfig';

describe('What the provider says about Pod Identity', () => {
  let bench: PodIdentityBench;
  const theirs = 'arn:aws:iam::123456789012:role/theirs';

  beforeEach(async () => {
    bench = new PodIdentityBench();
    await bench.roles.stage.pass(bench.team);
  });

  const provider = () => bench.roles.stage.provider;
  const external = () => ({
    ...bench.team,
    iam: { mode: 'external' as const, roleArn: theirs },
  });
  const reported = async (
    workspace = bench.team,
  ): Promise<NonNullable<IamReport['podIdentity']>['associations']> =>
    (await provider().report(workspace)).podIdentity?.associations ?? [];

  describe('in its report', () => {
    it('has the association of each namespace', async () => {
      await bench.pass();
      expect(await reported()).toEqual(
        bench.team.namespaces.map(({ name }, index) => ({
          namespace: name,
          state: 'ready',
          id: `a-${index + 1}`,
          arn: expect.stringContaining('podidentityassociation/prod/a-'),
        })),
      );
    });

    it.each([
      ['missing', () => bench.eks.associations.delete('a-1')],
      ['drifted', () => bench.eks.change('a-1', { disableSessionTags: true })],
      ['foreign', () => bench.eks.change('a-1', { tags: {} })],
      [
        'unknown',
        () => {
          bench.eks.before = request => {
            if (request.includes('team-notebooks')) {
              throw awsRefusal('AccessDenied', 'AwsAccessDenied');
            }
          };
        },
      ],
    ])('says that one is %s', async (state, prepare) => {
      await bench.pass();
      prepare();
      const [first, ...others] = await reported();
      expect(first).toMatchObject({ state, message: expect.any(String) });
      expect(others.map(one => one.state)).toEqual(['ready', 'ready']);
    });

    it('has comparisons look at once at what can be put right', async () => {
      await bench.pass();
      const key = () =>
        bench.roles.stage.podIdentityStep.comparisonKey?.(bench.team);
      const before = key();
      await reported();
      expect(key()).toBe(before);
      bench.eks.associations.clear();
      await reported();
      expect(key()).not.toBe(before);
      await bench.pass();
      await bench.pass();
      expect(key()).toBe(before);
    });

    it('tells what to run for an external role, and accepts what was made by hand', async () => {
      const [missing] = await reported(external());
      expect(missing).toMatchObject({
        state: 'missing',
        command: `aws eks create-pod-identity-association --region eu-west-1 --cluster-name prod --namespace team-notebooks --service-account workspace --role-arn ${theirs}`,
      });
      bench.eks.add({ ...PLACE, roleArn: theirs, tags: {} });
      expect((await reported(external()))[0]).toMatchObject({ state: 'ready' });
      bench.eks.change('a-1', { roleArn: bench.roleArn });
      expect((await reported(external()))[0]).toMatchObject({
        state: 'drifted',
      });
    });

    it('says nothing where Pod Identity is not configured, or there is no role', async () => {
      expect(
        await provider().report({ ...bench.team, iam: { mode: 'none' } }),
      ).not.toHaveProperty('podIdentity');
      bench.reconfigure(undefined);
      expect(await provider().report(bench.team)).not.toHaveProperty(
        'podIdentity',
      );
    });
  });

  it('names the shared ServiceAccount and the agent where there is a role, and only there', () => {
    const said = (workspace = bench.team) => [
      provider().sharedServiceAccount?.(workspace),
      provider()
        .credentialEndpoints?.(workspace)
        .map(({ cidr, port }) => `${cidr} ${port}`),
    ];
    const agent = ['169.254.170.23/32 80', 'fd00:ec2::23/128 80'];
    expect(said()).toEqual(['workspace', agent]);
    expect(said(external())).toEqual(['workspace', agent]);
    expect(said({ ...bench.team, iam: { mode: 'none' } })).toEqual([
      undefined,
      [],
    ]);
    expect(said({ ...bench.team, isDefault: true })).toEqual([undefined, []]);
    bench.reconfigure({ serviceAccount: 'shared' });
    expect(said()).toEqual(['shared', agent]);
    bench.reconfigure(undefined);
    expect(said()).toEqual([undefined, []]);
  });

  describe('in its proof of a role that somebody else made', () => {
    const prove = async (
      podIdentity: AwsClusterConfig['podIdentity'],
      namespaces = bench.team.namespaces,
    ) => {
      const input = policyInput(roleConfig({ podIdentity }), {
        ...bench.team,
        namespaces,
      });
      bench.iam.add({
        name: 'theirs',
        path: '/',
        description: '',
        trust: renderTrustPolicy(input),
        boundaryArn: '',
        tags: {},
      });
      bench.iam
        .stored('theirs')
        .inline.set('any', renderPermissionsPolicy(input));
      return provider().prove(external());
    };

    it('does without Pod Identity where its trust has none', async () => {
      expect(await prove(undefined)).toMatchObject({ status: 'proved' });
    });

    it('asks for it where its trust has it', async () => {
      expect(await prove(POD_IDENTITY)).toMatchObject({ status: 'proved' });
    });

    it('finds out that only the namespace of another workspace is let in by it', async () => {
      const irsa = renderTrustPolicy(policyInput(roleConfig(), bench.team));
      const [, pods] = renderTrustPolicy(
        policyInput(roleConfig({ podIdentity: POD_IDENTITY }), {
          id: 'team-a',
          namespaces: [
            { ...bench.team.namespaces[0], name: 'team-a-notebooks' },
          ],
        }),
      ).Statement as PolicyStatement[];
      await prove(undefined);
      const stored = bench.iam.stored('theirs');
      const trust = {
        Version: '2012-10-17',
        Statement: [irsa.Statement, pods].flat(),
      };
      stored.role = { ...stored.role, trust };
      expect(await provider().prove(external())).toMatchObject({
        status: 'refuted',
      });
    });

    it('finds out that another namespace is let in', async () => {
      const [first] = bench.team.namespaces;
      const proof = await prove(POD_IDENTITY, [
        first,
        { ...first, name: 'team-a-notebooks' },
      ]);
      expect(proof).toMatchObject({ status: 'refuted' });
      expect(proof.counterexamples[0].expected).toBe('deny');
    });
  });

  it('tells whether EKS answers, where Pod Identity is configured', async () => {
    const health = async () =>
      (await provider().health()).find(({ name }) => name.includes('EKS'));
    expect(await health()).toMatchObject({
      name: 'EKS cluster prod (cluster local)',
      status: 'ok',
    });
    bench.eks.clusters.clear();
    expect(await health()).toMatchObject({ status: 'failed' });
    bench.reconfigure(undefined);
    expect(await health()).toBeUndefined();
  });

  it('explains what a session under the shared ServiceAccount reaches', async () => {
    const decide = async (namespace: string, serviceAccount: string) =>
      (
        await provider().explain(
          bench.team,
          { resource: 's3://team-data/team/file', action: 'read' },
          { namespace, serviceAccount },
        )
      ).decision;
    expect(await decide('team-notebooks', 'workspace')).toBe('allow');
    expect(await decide('team-a-notebooks', 'workspace')).toBe('deny');
    expect(await decide('team-notebooks', 'builder')).toBe('deny');
    bench.reconfigure(undefined);
    await bench.roles.stage.pass(bench.team);
    expect(await decide('team-notebooks', 'workspace')).toBe('deny');
  });
});
