import { awsRefusal, type FakeIam } from '../testing/FakeIam';
import { RoleBench } from '../testing/RoleBench';
import { roleConfig } from '../testing/roleConfig';
import type { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';
import { FINGERPRINT_TAG } from './roleTags';

const NAME = 'drls-workspace-team';

describe('AwsRoleStep', () => {
  let bench: RoleBench;
  let iam: FakeIam;
  let stage: RoleStage;
  const team = roleWorkspace('team');

  beforeEach(() => {
    bench = new RoleBench();
    ({ iam, stage } = bench);
  });

  describe('of a workspace without a role', () => {
    it('makes it with boundary, path, tags and fingerprint, in two writes', async () => {
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
      expect(bench.writes()).toEqual([
        `CreateRole ${NAME}`,
        `PutRolePolicy ${NAME}`,
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

    it('asks once who we are, for all who make roles at a time', async () => {
      await Promise.all(
        ['one', 'two', 'three'].map(id => stage.pass(roleWorkspace(id))),
      );
      expect(
        iam.requests.filter(request => request === 'GetCallerIdentity'),
      ).toHaveLength(1);
    });

    it('asks again who we are after an answer that did not come', async () => {
      iam.before = request => {
        if (request === 'GetCallerIdentity') {
          iam.before = () => {};
          throw awsRefusal('ServiceUnavailable', 'AwsUnreachable');
        }
      };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
      await stage.pass(team);
      expect(iam.roles.size).toBe(1);
    });

    it.each(['external', 'none'] as const)(
      'asks nobody in mode %s',
      async mode => {
        await stage.pass({ ...team, iam: { mode } });
        expect(iam.requests).toEqual([]);
      },
    );

    it('is refused where the configuration does not have the mode', async () => {
      stage = bench.restart(roleConfig({ modes: ['external', 'none'] }));
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
      expect(bench.writes()).toEqual([]);
    });

    it('writes nothing that is too large, or one role too many', async () => {
      iam.limits = { ...iam.limits, trustPolicyQuota: 500 };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'PolicyTooLarge' },
      });
      bench.now += 11 * 60 * 1000;
      iam.limits = { roles: 1000, rolesQuota: 1000, trustPolicyQuota: 2048 };
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'PolicyTooLarge' },
      });
      expect(bench.writes()).toEqual([]);
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
      expect(bench.writes()).toEqual([]);
    });

    it('writes nothing once the lease is lost', async () => {
      stage.leaseLost = true;
      await expect(stage.pass(team)).rejects.toThrow('lease');
      expect(iam.roles.size).toBe(0);
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
      stage = bench.restart();
      const roleArn = 'arn:aws:iam::123456789012:role/theirs';
      const { leftBehind } = await stage.removal({
        ...team,
        iam: { mode: 'external', roleArn },
      });
      expect(leftBehind).toContainEqual(expect.stringContaining(roleArn));
      expect(bench.writes()).toEqual([]);
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
    bench.now += 60 * 60 * 1000;
    expect(keyOf('managed')).not.toBe(managed);
    expect(keyOf('none')).toBe(none);
  });
});
