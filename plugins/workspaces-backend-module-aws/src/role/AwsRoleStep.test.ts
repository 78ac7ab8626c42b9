import { FakeIam, awsRefusal } from '../testing/FakeIam';
import { roleConfig } from '../testing/roleConfig';
import { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';
import { FINGERPRINT_TAG, MANAGED_BY_TAG } from './roleTags';
import { INLINE_POLICY } from './LiveRole';

const NAME = 'drls-workspace-team';
const FOREIGN = {
  Sid: 'Audit',
  Effect: 'Deny' as const,
  Action: 's3:DeleteObject',
  Resource: '*',
};

describe('AwsRoleStep', () => {
  let iam: FakeIam;
  let stage: RoleStage;
  let slept: number[];
  let now: number;
  const team = roleWorkspace('team');

  function createStage(config = roleConfig()) {
    const created = new RoleStage({
      clusters: new Map([['local', config]]),
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('Nobody asks AWS');
        },
      },
      accounts: { roles: () => iam },
      clock: () => now,
      sleep: async ms => {
        slept.push(ms);
      },
    });
    created.workspaces = [
      team,
      roleWorkspace('team-a'),
      roleWorkspace('team-a-b'),
    ];
    return created;
  }

  beforeEach(() => {
    now = Date.parse('2026-01-01T00:00:00Z');
    slept = [];
    iam = new FakeIam();
    stage = createStage();
  });

  const writes = () =>
    iam.requests.filter(request => !/^(Get|List)/.test(request));

  describe('of a workspace without a role', () => {
    it('makes it with boundary, path and tags, and writes the fingerprint last', async () => {
      const { changes } = await stage.pass(team);
      expect(changes).toMatchObject([
        {
          action: 'create',
          object: {
            kind: 'Role',
            apiVersion: 'iam.amazonaws.com/v1',
            name: NAME,
          },
        },
      ]);
      expect(writes()).toEqual([
        `CreateRole ${NAME}`,
        `PutRolePolicy ${NAME}`,
        `TagRole ${NAME}`,
      ]);
      expect(iam.stored(NAME).role).toMatchObject({
        arn: `arn:aws:iam::123456789012:role/team-workspaces/${NAME}`,
        boundaryArn: 'arn:aws:iam::123456789012:policy/team-workspaces',
        tags: {
          'cost-centre': '42',
          'team-workspaces.dev/workspace': 'team',
          'team-workspaces.dev/workspace-uid': 'uid-of-team',
          [FINGERPRINT_TAG]: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      });
      expect(stage.recordsOf(team).list()).toMatchObject([
        { name: NAME, uid: 'AROA1', step: 'aws-role' },
      ]);
    });

    it('then costs one read per pass and no write', async () => {
      await stage.pass(team);
      iam.requests.length = 0;
      const { changes } = await stage.pass(team);
      expect(changes).toEqual([]);
      expect(iam.requests).toEqual([`GetRole ${NAME}`]);
    });

    it.each(['external', 'none'] as const)(
      'asks nobody in mode %s',
      async mode => {
        await stage.pass({ ...team, iam: { mode } });
        expect(iam.requests).toEqual([]);
      },
    );

    it('is refused where the configuration does not have the mode', async () => {
      stage = createStage(roleConfig({ modes: ['external', 'none'] }));
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'IamModeUnavailable' },
      });
      expect(iam.requests).toEqual([]);
    });

    it('writes nothing with credentials of another account', async () => {
      iam.caller = '999999999999';
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'AwsAccessDenied' },
      });
      expect(writes()).toEqual([]);
    });

    it('writes nothing that is too large, or one role too many', async () => {
      iam.limits = { ...iam.limits, trustPolicyQuota: 500 };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'PolicyTooLarge' },
      });
      now += 11 * 60 * 1000;
      iam.limits = { roles: 1000, rolesQuota: 1000, trustPolicyQuota: 2048 };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'PolicyTooLarge' },
      });
      expect(writes()).toEqual([]);
    });

    it('writes nothing that lets another workspace in', async () => {
      // A namespace of the one workspace is one of the other, too.
      stage.workspaces.push(
        roleWorkspace('rival', { namespaces: team.namespaces }),
      );
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: {
          reason: 'IsolationViolated',
          message: expect.stringContaining('team-notebooks'),
        },
      });
      expect(writes()).toEqual([]);
    });

    it('writes nothing once the lease is lost', async () => {
      stage.leaseLost = true;
      await expect(stage.pass(team)).rejects.toThrow('lease');
      expect(iam.roles.size).toBe(0);
    });
  });

  describe('when AWS misbehaves', () => {
    const failOnce = (request: string, code: string) => {
      let failed = false;
      return (asked: string) => {
        if (!failed && asked === request) {
          failed = true;
          throw awsRefusal(code, 'AwsUnreachable');
        }
      };
    };

    it.each([`CreateRole ${NAME}`, `PutRolePolicy ${NAME}`, `TagRole ${NAME}`])(
      'goes on after the answer to %s got lost',
      async request => {
        iam.after = failOnce(request, 'TimeoutError');
        await expect(stage.pass(team)).rejects.toMatchObject({
          problem: { reason: 'AwsUnreachable' },
        });
        await stage.pass(team);
        iam.requests.length = 0;
        expect((await stage.pass(team)).changes).toEqual([]);
        expect(iam.stored(NAME).inline.has(INLINE_POLICY)).toBe(true);
        expect(stage.recordsOf(team).list()).toHaveLength(1);
      },
    );

    it('continues with a role of ours that turns out to be there', async () => {
      let reads = 0;
      await stage.pass(team);
      iam.stored(NAME).inline.clear();
      iam.before = request => {
        reads += request === `GetRole ${NAME}` ? 1 : 0;
      };
      const hidden = iam.getRole;
      // A read that lags behind, twice.
      iam.getRole = async name =>
        (await hidden(name)) && reads > 2 ? iam.stored(name).role : undefined;
      await stage.pass(team);
      expect(slept).toHaveLength(1);
      expect(iam.stored(NAME).inline.has(INLINE_POLICY)).toBe(true);
    });

    it('leaves a role of somebody else that appears meanwhile', async () => {
      iam.before = request => {
        if (request.startsWith('CreateRole')) {
          iam.add({
            name: NAME,
            path: '/',
            description: '',
            trust: { Statement: [] },
            boundaryArn: '',
            tags: {},
          });
        }
      };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'RoleNotOurs' },
      });
      expect(iam.stored(NAME).inline.size).toBe(0);
    });

    it('waits for a role that AWS does not know yet, and not for ever', async () => {
      let refusals = 3;
      iam.before = request => {
        if (request.startsWith('PutRolePolicy') && refusals > 0) {
          refusals -= 1;
          throw awsRefusal('NoSuchEntity', 'RoleNotFound');
        }
      };
      await stage.pass(team);
      expect(slept).toEqual([1000, 4500, 6000]);

      refusals = Number.POSITIVE_INFINITY;
      stage = createStage();
      iam.roles.clear();
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'AwsConflict' },
      });
    });

    it('tries a malformed trust once more, and no more', async () => {
      let refusals = 1;
      iam.before = request => {
        if (request.startsWith('CreateRole') && refusals > 0) {
          refusals -= 1;
          throw awsRefusal('MalformedPolicyDocument', 'AwsInvalid');
        }
      };
      await stage.pass(team);
      iam.roles.clear();
      refusals = 2;
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'AwsInvalid' },
      });
    });
  });

  describe('of a role that others have changed', () => {
    beforeEach(async () => {
      await stage.pass(team);
      iam.requests.length = 0;
    });

    it('puts the trust right, and names it as a change of somebody else', async () => {
      const { role } = iam.stored(NAME);
      const [statement] = [role.trust.Statement].flat();
      iam.stored(NAME).role = {
        ...role,
        trust: { ...role.trust, Statement: [{ ...statement, Condition: {} }] },
      };
      const { changes } = await stage.pass(team);
      expect(changes[0].fields).toMatchObject([
        { path: 'trustPolicy', manager: expect.any(String) },
      ]);
      expect(writes()).toEqual([`UpdateAssumeRolePolicy ${NAME}`]);
      expect(iam.stored(NAME).role.trust).toEqual(role.trust);
    });

    it('keeps statements of others when it changes the policy', async () => {
      const own = iam.stored(NAME).inline.get(INLINE_POLICY)!;
      iam.stored(NAME).inline.set(INLINE_POLICY, {
        ...own,
        Statement: [FOREIGN, ...[own.Statement].flat().slice(1)],
      });
      await stage.provider.report(team);
      await stage.pass(team);
      expect(iam.stored(NAME).inline.get(INLINE_POLICY)).toEqual({
        ...own,
        Statement: [...[own.Statement].flat(), FOREIGN],
      });
    });

    it('looks at the policies again after some hours', async () => {
      iam.stored(NAME).inline.clear();
      expect((await stage.pass(team)).changes).toEqual([]);
      now += 7 * 60 * 60 * 1000;
      expect((await stage.pass(team)).changes).toHaveLength(1);
    });

    it('leaves extra policies, and refuses to go on while one breaks the isolation', async () => {
      iam.stored(NAME).inline.set('extra', {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::team-data/*',
        },
      });
      iam.stored(NAME).inline.delete(INLINE_POLICY);
      await stage.provider.report(team);
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'IsolationViolated' },
      });
      expect(writes()).toEqual([]);
      expect(iam.stored(NAME).inline.has('extra')).toBe(true);
    });

    it('puts boundary and tags right', async () => {
      const { role } = iam.stored(NAME);
      iam.stored(NAME).role = {
        ...role,
        boundaryArn: undefined,
        tags: { ...role.tags, 'cost-centre': '43', theirs: 'stays' },
      };
      await stage.pass(team);
      expect(iam.stored(NAME).role).toEqual({
        ...role,
        tags: { ...role.tags, theirs: 'stays' },
      });
    });

    it('neither changes nor deletes a role whose tags name another workspace', async () => {
      const { role } = iam.stored(NAME);
      iam.stored(NAME).role = {
        ...role,
        tags: { ...role.tags, [MANAGED_BY_TAG]: 'somebody' },
      };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'RoleNotOurs' },
      });
      const { leftBehind } = await stage.removal(team);
      expect(leftBehind).toContainEqual(expect.stringContaining(role.arn));
      expect(writes()).toEqual([]);
      expect(iam.roles.size).toBe(1);
    });

    it('does not take over the role of an earlier workspace of the same id', async () => {
      await expect(
        stage.pass({ ...team, uid: 'uid-of-later' }),
      ).rejects.toMatchObject({ problem: { reason: 'RoleNotOurs' } });
    });
  });

  describe('of a role that is no longer wanted', () => {
    beforeEach(async () => {
      await stage.pass(team);
      iam.requests.length = 0;
    });

    it('deletes it when the mode changes', async () => {
      const { changes } = await stage.pass({ ...team, iam: { mode: 'none' } });
      expect(changes).toMatchObject([{ action: 'delete' }]);
      expect(iam.roles.size).toBe(0);
      expect(stage.recordsOf(team).list()).toEqual([]);
    });

    it('deletes it with the workspace, and says what stays', async () => {
      const { leftBehind } = await stage.removal(team);
      expect(iam.roles.size).toBe(0);
      expect(leftBehind).toEqual([
        expect.stringContaining('s3://team-data/team/'),
      ]);
    });

    it('leaves an external role, and says so', async () => {
      stage = createStage();
      const roleArn = 'arn:aws:iam::123456789012:role/theirs';
      const { leftBehind } = await stage.removal({
        ...team,
        iam: { mode: 'external', roleArn },
      });
      expect(leftBehind).toContainEqual(expect.stringContaining(roleArn));
      expect(writes()).toEqual([]);
    });

    it('takes away what is ours of a role that others hold, and names the rest', async () => {
      iam.stored(NAME).attached.add('arn:aws:iam::aws:policy/ReadOnlyAccess');
      await expect(stage.removal(team)).rejects.toMatchObject({
        problem: {
          reason: 'AwsConflict',
          message: expect.stringContaining('ReadOnlyAccess'),
        },
      });
      expect(iam.stored(NAME).inline.size).toBe(0);
      iam.stored(NAME).attached.clear();
      await stage.removal(team);
      expect(iam.roles.size).toBe(0);
    });
  });

  it('waits until the namespaces that it trusts are ours', () => {
    expect(stage.step.dependsOn).toEqual(['namespaces']);
  });

  it('has comparisons look once an hour at managed roles, and never at others', () => {
    const keyOf = (mode: 'managed' | 'none') =>
      stage.step.comparisonKey?.({ ...team, iam: { mode } });
    const [managed, none] = [keyOf('managed'), keyOf('none')];
    expect(keyOf('managed')).toBe(managed);
    now += 60 * 60 * 1000;
    expect(keyOf('managed')).not.toBe(managed);
    expect(keyOf('none')).toBe(none);
  });
});
