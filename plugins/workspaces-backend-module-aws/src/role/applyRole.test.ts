import { awsRefusal, type FakeIam } from '../testing/FakeIam';
import { RoleBench } from '../testing/RoleBench';
import type { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';
import { INLINE_POLICY } from './LiveRole';

const NAME = 'drls-workspace-team';

describe('applyRole', () => {
  let bench: RoleBench;
  let iam: FakeIam;
  let stage: RoleStage;
  const team = roleWorkspace('team');

  beforeEach(() => {
    bench = new RoleBench();
    ({ iam, stage } = bench);
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

    it.each([`CreateRole ${NAME}`, `PutRolePolicy ${NAME}`])(
      'goes on after the answer to %s got lost',
      async request => {
        iam.after = failOnce(request, 'TimeoutError');
        await expect(stage.pass(team)).rejects.toMatchObject({
          problem: { reason: 'AwsUnreachable' },
        });
        const { changes } = await stage.pass(team);
        expect(changes).toHaveLength(1);
        // It was we who did not come to an end, and nobody else.
        expect(changes[0].fields).not.toContainEqual(
          expect.objectContaining({ manager: expect.anything() }),
        );
        iam.requests.length = 0;
        expect((await stage.pass(team)).changes).toEqual([]);
        expect(iam.stored(NAME).inline.has(INLINE_POLICY)).toBe(true);
        expect(stage.recordsOf(team).list()).toHaveLength(1);
      },
    );

    it('writes the fingerprint of a change last, and goes on where it was cut', async () => {
      await stage.pass(team);
      const later = { ...team, namespaces: team.namespaces.slice(1) };
      iam.after = failOnce(`UpdateAssumeRolePolicy ${NAME}`, 'TimeoutError');
      await expect(stage.pass(later)).rejects.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
      iam.requests.length = 0;
      expect((await stage.pass(later)).changes).toHaveLength(1);
      expect(bench.writes()).toEqual([`TagRole ${NAME}`]);
      expect((await stage.pass(later)).changes).toEqual([]);
    });

    it('does not take the record of an earlier role for that of one it made half', async () => {
      await stage.pass(team);
      iam.roles.clear();
      iam.before = failOnce(`PutRolePolicy ${NAME}`, 'ServiceUnavailable');
      await expect(stage.pass(team)).rejects.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
      expect(stage.recordsOf(team).list()).toMatchObject([{ uid: 'AROA1' }]);
      await stage.pass(team);
      expect(iam.stored(NAME).inline.has(INLINE_POLICY)).toBe(true);
      expect(stage.recordsOf(team).list()).toMatchObject([{ uid: 'AROA2' }]);
    });

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
      expect(bench.slept).toHaveLength(1);
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
      expect(bench.slept).toEqual([1000, 4500, 6000]);
      // The next one is not asked about before it can be known.
      refusals = 1;
      bench.slept.length = 0;
      await stage.pass(roleWorkspace('team-a'));
      expect(bench.slept).toEqual([10_350]);

      refusals = Number.POSITIVE_INFINITY;
      stage = bench.restart();
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
});
