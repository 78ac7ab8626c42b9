import { INLINE_POLICY } from '../role/LiveRole';
import { FakeIam } from '../testing/FakeIam';
import { roleWorkspace } from '../testing/roleWorkspace';
import {
  EXTERNAL,
  MANAGED,
  useProviderStage,
} from '../testing/useProviderStage';

describe('RoleResolver', () => {
  const aws = useProviderStage();
  const { team, external, refuse } = aws;

  /** A role as Terraform makes it: rendered for some workspace, without our tags. */
  async function addExternal(id: string) {
    const maker = new FakeIam();
    await aws.createStage(maker).pass(roleWorkspace(id));
    const made = maker.stored(`drls-workspace-${id}`);
    aws.iam.add({
      name: 'theirs',
      path: '/',
      description: '',
      trust: made.role.trust,
      boundaryArn: '',
      tags: {},
    });
    aws.iam
      .stored('theirs')
      .inline.set('data', made.inline.get(INLINE_POLICY)!);
  }

  describe('resolve', () => {
    const resolve = (roleArn: string) =>
      aws.stage.provider.resolve(team, { mode: 'external', roleArn });

    it('gives managed roles the ARN that they will have', async () => {
      await expect(
        aws.stage.provider.resolve(team, { mode: 'managed' }),
      ).resolves.toEqual({ settings: { mode: 'managed', roleArn: MANAGED } });
      await expect(
        aws.stage.provider.resolve(team, { mode: 'none' }),
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
      expect(aws.iam.requests).toEqual([]);
    });

    it.each([
      ['pasted there', 'arn:aws:iam::123456789012:role/path/Shared'],
      ['kept for it', 'arn:aws:iam::123456789012:role/drls-workspace-team-a'],
    ])('refuses a role of another workspace, %s', async (_, arn) => {
      aws.stage.workspaces.push(
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
      await expect(aws.stage.provider.prove(external)).resolves.toMatchObject({
        status: 'not-verified',
      });
      refuse(/^GetRole /, 'TimeoutError', 'AwsUnreachable');
      await expect(resolve(EXTERNAL)).resolves.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
    });

    it('knows nothing of clusters without an AWS side but that an ARN is one', async () => {
      const elsewhere = { ...team, cluster: 'elsewhere' };
      expect(aws.stage.provider.availableModes('elsewhere')).toEqual([
        'external',
        'none',
      ]);
      await expect(
        aws.stage.provider.resolve(elsewhere, { mode: 'managed' }),
      ).resolves.toMatchObject({ problem: { reason: 'IamModeUnavailable' } });
      await expect(
        aws.stage.provider.resolve(elsewhere, {
          mode: 'external',
          roleArn: EXTERNAL,
        }),
      ).resolves.toHaveProperty('settings');
    });
  });
});
