import type { FakeIam } from '../testing/FakeIam';
import { RoleBench } from '../testing/RoleBench';
import type { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';
import { INLINE_POLICY } from './LiveRole';
import { MANAGED_BY_TAG } from './roleTags';

const NAME = 'drls-workspace-team';

const FOREIGN = {
  Sid: 'Audit',
  Effect: 'Deny' as const,
  Action: 's3:DeleteObject',
  Resource: '*',
};

describe('RolePlanner', () => {
  let bench: RoleBench;
  let iam: FakeIam;
  let stage: RoleStage;
  const team = roleWorkspace('team');

  beforeEach(() => {
    bench = new RoleBench();
    ({ iam, stage } = bench);
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
      expect(bench.writes()).toEqual([`UpdateAssumeRolePolicy ${NAME}`]);
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
      bench.now += 7 * 60 * 60 * 1000;
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
      expect(bench.writes()).toEqual([]);
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
      expect(bench.writes()).toEqual([]);
      expect(iam.roles.size).toBe(1);
    });

    it('does not take over the role of an earlier workspace of the same id', async () => {
      await expect(
        stage.pass({ ...team, uid: 'uid-of-later' }),
      ).rejects.toMatchObject({ problem: { reason: 'RoleNotOurs' } });
    });
  });
});
