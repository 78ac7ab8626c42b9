import type { ClusterClient } from '@team-workspaces/backstage-plugin-workspaces-node';
import { INLINE_POLICY } from '../role/LiveRole';
import { awsRefusal, FakeIam } from '../testing/FakeIam';
import { roleConfig } from '../testing/roleConfig';
import { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';

const MANAGED =
  'arn:aws:iam::123456789012:role/team-workspaces/drls-workspace-team';
const EXTERNAL = 'arn:aws:iam::123456789012:role/theirs';

describe('RoleResolver', () => {
  let iam: FakeIam;
  let stage: RoleStage;
  const team = roleWorkspace('team');
  const external = roleWorkspace('team', {
    iam: { mode: 'external', roleArn: EXTERNAL },
  });

  function createStage(cluster?: ClusterClient) {
    const config = roleConfig();
    const created = new RoleStage({
      clusters: new Map([['local', config]]),
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('Nobody asks AWS');
        },
      },
      accounts: { roles: () => iam },
      cluster,
    });
    created.workspaces = [team, roleWorkspace('team-a')];
    return created;
  }

  /** A role as Terraform makes it: rendered for some workspace, without our tags. */
  async function addExternal(id: string) {
    const maker = new FakeIam();
    const own = iam;
    iam = maker;
    await createStage().pass(roleWorkspace(id));
    iam = own;
    const made = maker.stored(`drls-workspace-${id}`);
    iam.add({
      name: 'theirs',
      path: '/',
      description: '',
      trust: made.role.trust,
      boundaryArn: '',
      tags: {},
    });
    iam.stored('theirs').inline.set('data', made.inline.get(INLINE_POLICY)!);
  }

  const refuse = (
    pattern: RegExp,
    code: string,
    reason: 'AwsAccessDenied' | 'AwsUnreachable',
  ) => {
    iam.before = request => {
      if (pattern.test(request)) {
        throw awsRefusal(code, reason);
      }
    };
  };

  beforeEach(() => {
    iam = new FakeIam();
    stage = createStage();
  });

  describe('resolve', () => {
    const resolve = (roleArn: string) =>
      stage.provider.resolve(team, { mode: 'external', roleArn });

    it('gives managed roles the ARN that they will have', async () => {
      await expect(
        stage.provider.resolve(team, { mode: 'managed' }),
      ).resolves.toEqual({ settings: { mode: 'managed', roleArn: MANAGED } });
      await expect(
        stage.provider.resolve(team, { mode: 'none' }),
      ).resolves.toEqual({ settings: { mode: 'none' } });
    });

    it.each([
      ['no ARN', 'theirs'],
      ['another account', 'arn:aws:iam::999999999999:role/theirs'],
      ['another partition', 'arn:aws-cn:iam::123456789012:role/theirs'],
      ['a path with dots', 'arn:aws:iam::123456789012:role/a/../theirs'],
      [
        'a role of a service',
        'arn:aws:iam::123456789012:role/aws-service-role/x/y',
      ],
      ['our own role', MANAGED],
      [
        'our own role by another path',
        'arn:aws:iam::123456789012:role/DRLS-workspace-team',
      ],
    ])('refuses %s', async (_, arn) => {
      await expect(resolve(arn)).resolves.toMatchObject({
        problem: { reason: 'InvalidRoleArn' },
      });
      expect(iam.requests).toEqual([]);
    });

    it.each([
      ['pasted there', 'arn:aws:iam::123456789012:role/path/Shared'],
      ['kept for it', 'arn:aws:iam::123456789012:role/drls-workspace-team-a'],
    ])('refuses a role of another workspace, %s', async (_, arn) => {
      stage.workspaces.push(
        roleWorkspace('other', {
          iam: {
            mode: 'external',
            roleArn: 'arn:aws:iam::123456789012:role/shared',
          },
        }),
      );
      await expect(resolve(arn)).resolves.toMatchObject({
        problem: { reason: 'RoleArnTaken' },
      });
    });

    it('takes a role that is isolated', async () => {
      await addExternal('team');
      await expect(resolve(EXTERNAL)).resolves.toEqual({
        settings: { mode: 'external', roleArn: EXTERNAL },
      });
    });

    it('refuses a role that reaches another workspace, with the request', async () => {
      await addExternal('team-a');
      await expect(resolve(EXTERNAL)).resolves.toMatchObject({
        problem: {
          reason: 'IsolationViolated',
          message: expect.stringContaining('team-a'),
        },
      });
    });

    it('refuses a role that is not there, or is elsewhere', async () => {
      await expect(resolve(EXTERNAL)).resolves.toMatchObject({
        problem: { reason: 'RoleNotFound' },
      });
      await addExternal('team');
      await expect(
        resolve('arn:aws:iam::123456789012:role/path/theirs'),
      ).resolves.toMatchObject({ problem: { reason: 'InvalidRoleArn' } });
    });

    it('takes what it may not read, and not what AWS did not answer about', async () => {
      await addExternal('team-a');
      refuse(/^ListRolePolicies/, 'AccessDenied', 'AwsAccessDenied');
      await expect(resolve(EXTERNAL)).resolves.toHaveProperty('settings');
      await expect(stage.provider.prove(external)).resolves.toMatchObject({
        status: 'not-verified',
      });
      refuse(/^GetRole /, 'TimeoutError', 'AwsUnreachable');
      await expect(resolve(EXTERNAL)).resolves.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
    });

    it('knows nothing of clusters without an AWS side but that an ARN is one', async () => {
      const elsewhere = { ...team, cluster: 'elsewhere' };
      expect(stage.provider.availableModes('elsewhere')).toEqual([
        'external',
        'none',
      ]);
      await expect(
        stage.provider.resolve(elsewhere, { mode: 'managed' }),
      ).resolves.toMatchObject({ problem: { reason: 'IamModeUnavailable' } });
      await expect(
        stage.provider.resolve(elsewhere, {
          mode: 'external',
          roleArn: EXTERNAL,
        }),
      ).resolves.toHaveProperty('settings');
    });
  });
});
