import type { IamProof } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  EXTERNAL,
  MANAGED,
  useProviderStage,
} from '../testing/useProviderStage';

describe('AwsIamProvider', () => {
  const aws = useProviderStage();
  const { team, external, refuse } = aws;

  it('annotates ServiceAccounts with the role there is', () => {
    const { provider } = aws.stage;
    const key = 'eks.amazonaws.com/role-arn';
    expect(provider.serviceAccountAnnotations(team)).toEqual({
      [key]: MANAGED,
    });
    expect(provider.serviceAccountAnnotations(external)).toEqual({
      [key]: EXTERNAL,
    });
    expect(
      provider.serviceAccountAnnotations({ ...team, iam: { mode: 'none' } }),
    ).toEqual({});
  });

  describe('report', () => {
    it('shows policies, their sizes and the proof of a role that is as it should be', async () => {
      await aws.stage.pass(team);
      const report = await aws.stage.provider.report(team);
      expect(report).toMatchObject({
        roleName: 'drls-workspace-team',
        drift: [],
        problems: [],
        proof: { status: 'proved', source: 'live', workspaces: 1 },
        policies: [
          {
            kind: 'trust',
            size: { limit: 2048, limitSource: 'account' },
            liveDocument: expect.anything(),
          },
          { kind: 'permissions', size: { limit: 10240 } },
        ],
      });
    });

    it('shows everything that others did, and drops none of it', async () => {
      await aws.stage.pass(team);
      const stored = aws.iam.stored('drls-workspace-team');
      const { role } = stored;
      const [own] = [role.trust.Statement].flat();
      stored.role = {
        ...role,
        boundaryArn: undefined,
        tags: { ...role.tags, 'cost-centre': '7' },
        trust: {
          ...role.trust,
          Statement: [
            { ...own, Condition: {} },
            { ...own, Sid: 'Theirs', Effect: 'Deny' },
          ],
        },
      };
      stored.inline.clear();
      stored.inline.set('extra', { Statement: [] });
      stored.attached.add('arn:aws:iam::aws:policy/ReadOnlyAccess');
      const { drift } = await aws.stage.provider.report(team);
      expect(drift.map(({ kind }) => kind).sort()).toEqual([
        'boundary',
        'changed-trust',
        'extra-attachment',
        'extra-policy',
        'foreign-statement',
        'missing-statement',
        'tags',
      ]);
    });

    it('says what is missing, and what AWS did not tell', async () => {
      expect((await aws.stage.provider.report(team)).drift).toMatchObject([
        { kind: 'role-missing' },
      ]);
      refuse(/^GetRole /, 'TimeoutError', 'AwsUnreachable');
      const { drift, problems } = await aws.stage.provider.report(team);
      expect(drift).toEqual([]);
      expect(problems).toMatchObject([{ reason: 'AwsUnreachable' }]);
    });

    it('refutes a live role that somebody opened', async () => {
      await aws.stage.pass(team);
      aws.iam.stored('drls-workspace-team').inline.set('open', {
        Version: '2012-10-17',
        Statement: {
          Sid: 'Open',
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
        },
      });
      const proof: IamProof = await aws.stage.provider.prove(team);
      expect(proof.status).toBe('refuted');
      expect(proof.counterexamples).toContainEqual(
        expect.objectContaining({ workspaceId: 'team-a', statement: 'Open' }),
      );
    });
  });

  describe('explain', () => {
    const identity = {
      namespace: 'team-notebooks',
      serviceAccount: 'user-ada',
    };
    const ask = (
      resource: string,
      action: 'read' | 'write' | 'delete' | 'list' = 'read',
      who = identity,
    ) => aws.stage.provider.explain(team, { resource, action }, who);

    beforeEach(async () => {
      await aws.stage.pass(team);
    });

    it.each([
      ['s3://team-data/team/file', 'read', 'allow', 'WriteObjects'],
      ['s3://team-data/team/', 'list', 'allow', 'ListPrefix'],
      ['s3://team-data/team/', 'read', 'allow', 'ListPrefix'],
      ['s3://team-data/team', 'list', 'deny', undefined],
      ['s3://team-data/', 'list', 'deny', undefined],
      ['s3://team-data/team-a/file', 'write', 'deny', undefined],
    ] as const)(
      'answers about %s: %s',
      async (resource, action, decision, statement) => {
        const answer = await ask(resource, action);
        expect(answer).toMatchObject({
          decision,
          policy: 'permissions',
          source: 'live',
        });
        expect(answer.statement).toBe(statement);
      },
    );

    it('names the trust where the ServiceAccount does not get the role', async () => {
      await expect(
        ask('s3://team-data/team/file', 'read', {
          ...identity,
          serviceAccount: 'default',
        }),
      ).resolves.toMatchObject({ decision: 'deny', policy: 'trust' });
    });

    it('says what it cannot answer', async () => {
      await expect(ask('team/file')).resolves.toMatchObject({
        decision: 'unknown',
      });
      refuse(/^GetRole /, 'AccessDenied', 'AwsAccessDenied');
      await expect(
        aws.stage.provider.explain(
          external,
          { resource: 's3://team-data/team/file', action: 'read' },
          identity,
        ),
      ).resolves.toMatchObject({ decision: 'unknown' });
    });
  });

  describe('health', () => {
    it.each([
      ['ok', () => {}],
      [
        'failed',
        () => {
          aws.iam.audiences = undefined;
        },
      ],
      [
        'failed',
        () => {
          aws.iam.caller = '999999999999';
        },
      ],
      [
        'failed',
        () => refuse(/^GetCallerIdentity/, 'TimeoutError', 'AwsUnreachable'),
      ],
      [
        'warning',
        () => {
          aws.iam.limits = { ...aws.iam.limits, roles: 950 };
        },
      ],
    ])('is %s', async (status, prepare) => {
      prepare();
      await expect(aws.stage.provider.health()).resolves.toMatchObject([
        { status },
      ]);
    });
  });
});
