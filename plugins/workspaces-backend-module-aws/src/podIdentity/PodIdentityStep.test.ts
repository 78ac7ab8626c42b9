import { PLACE, PodIdentityBench } from '../testing/PodIdentityBench';
import { roleConfig } from '../testing/roleConfig';
import { roleWorkspace } from '../testing/roleWorkspace';

const ROLE_ARN =
  'arn:aws:iam::123456789012:role/team-workspaces/drls-workspace-team';

describe('PodIdentityStep', () => {
  let bench: PodIdentityBench;
  let eks: PodIdentityBench['eks'];
  const team = roleWorkspace('team');

  beforeEach(() => {
    bench = new PodIdentityBench();
    ({ eks } = bench);
  });

  describe('of a workspace with a managed role', () => {
    it('makes one association for each namespace, with role, tags and session tags', async () => {
      const { changes } = await bench.pass();
      expect(changes).toMatchObject(
        team.namespaces.map(({ name }) => ({
          action: 'create',
          object: {
            apiVersion: 'eks.amazonaws.com/v1',
            kind: 'PodIdentityAssociation',
            namespace: name,
            name: 'prod/workspace',
          },
        })),
      );
      expect(eks.writes()).toEqual(
        team.namespaces.map(
          ({ name }) => `CreatePodIdentityAssociation ${name}/workspace`,
        ),
      );
      expect(eks.at(PLACE)).toMatchObject({
        roleArn: ROLE_ARN,
        disableSessionTags: false,
        tags: {
          'cost-centre': '42',
          'team-workspaces.dev/workspace-uid': 'uid-of-team',
        },
      });
      expect(bench.records().map(({ uid }) => uid)).toEqual([
        'a-1',
        'a-2',
        'a-3',
      ]);
    });

    it('then costs one read for each, and no write', async () => {
      await bench.pass();
      eks.requests.length = 0;
      expect((await bench.pass()).changes).toEqual([]);
      expect(eks.requests).toEqual(
        ['a-1', 'a-2', 'a-3'].map(id => `DescribePodIdentityAssociation ${id}`),
      );
    });

    it('plans what it then does', async () => {
      const planned = await bench.plan();
      expect(eks.writes()).toEqual([]);
      expect((await bench.pass()).changes).toEqual(planned.changes);
    });

    it('writes nothing once the lease is lost, or with credentials of another account', async () => {
      bench.roles.stage.leaseLost = true;
      await expect(bench.pass()).rejects.toThrow('lease');
      bench.reconfigure({});
      bench.iam.caller = '999999999999';
      await expect(bench.pass()).rejects.toMatchObject({
        problem: { reason: 'AwsAccessDenied' },
      });
      expect(eks.writes()).toEqual([]);
    });

    it('waits for the role', () => {
      expect(bench.roles.stage.podIdentityStep.dependsOn).toEqual(['aws-role']);
    });
  });

  it.each(['external', 'none'] as const)(
    'asks nobody in mode %s',
    async mode => {
      const workspace = roleWorkspace('team', {
        iam: { mode, ...(mode === 'external' && { roleArn: ROLE_ARN }) },
      });
      await bench.pass(workspace);
      await bench.removal(workspace);
      expect(eks.requests).toEqual([]);
    },
  );

  it('asks nobody where Pod Identity is not configured, or for a default workspace', async () => {
    await bench.pass(roleWorkspace('team', { isDefault: true }));
    bench.roles.restart(roleConfig());
    await bench.pass();
    expect(eks.requests).toEqual([]);
  });

  describe('of an association that differs', () => {
    beforeEach(async () => {
      await bench.pass();
      eks.requests.length = 0;
    });

    it.each([
      ['another role', { roleArn: 'arn:aws:iam::123456789012:role/other' }],
      ['no session tags', { disableSessionTags: true }],
      ['a target role', { targetRoleArn: 'arn:aws:iam::999999999999:role/x' }],
      ['a policy', { policy: '{}', disableSessionTags: true }],
    ])(
      'puts %s right, and says that somebody changed it',
      async (_, change) => {
        const before = eks.at(PLACE);
        eks.change('a-1', change);
        const { changes } = await bench.pass();
        expect(changes).toMatchObject([
          {
            action: 'update',
            object: { namespace: 'team-notebooks', uid: 'a-1' },
            fields: Object.keys(change).map(() => ({
              manager: 'somebody else in AWS',
            })),
          },
        ]);
        expect(eks.writes()).toEqual(['UpdatePodIdentityAssociation a-1']);
        expect(eks.at(PLACE)).toEqual(before);
        expect((await bench.pass()).changes).toEqual([]);
      },
    );

    it('makes one again that is gone, with another token', async () => {
      eks.associations.delete('a-1');
      expect((await bench.plan()).changes).toMatchObject([
        { action: 'create' },
      ]);
      await bench.pass();
      expect(eks.at(PLACE)?.id).toBe('a-4');
    });

    it('writes tags that were configured anew, and only those', async () => {
      bench.reconfigure({}, { 'cost-centre': '43' });
      await bench.pass();
      expect(eks.writes()).toHaveLength(3);
      expect(eks.at(PLACE)?.tags).toMatchObject({ 'cost-centre': '43' });
      expect((await bench.pass()).changes).toEqual([]);
    });

    it('leaves one that lost our tags, and names it', async () => {
      eks.change('a-1', { tags: {} });
      await expect(bench.pass()).rejects.toMatchObject({
        problem: {
          reason: 'AssociationNotOurs',
          message: expect.stringContaining('a-1'),
        },
      });
      await expect(
        bench.pass({ ...team, iam: { mode: 'none' } }),
      ).rejects.toMatchObject({ problem: { reason: 'AssociationNotOurs' } });
      expect(eks.associations.has('a-1')).toBe(true);
      expect(eks.associations.has('a-2')).toBe(false);
    });
  });

  it('leaves one of somebody else, names it, and makes the others', async () => {
    eks.add({
      ...PLACE,
      roleArn: 'arn:aws:iam::123456789012:role/x',
      tags: {},
    });
    await expect(bench.pass()).rejects.toMatchObject({
      problem: {
        reason: 'AssociationNotOurs',
        hint: expect.stringContaining('--association-id a-1'),
      },
    });
    expect(eks.writes()).toHaveLength(2);
    const { leftBehind } = await bench.removal();
    expect([...eks.associations.keys()]).toEqual(['a-1']);
    expect(leftBehind).toEqual([expect.stringContaining('a-1')]);
  });

  it('has comparisons look once an hour where there are associations, and never at others', () => {
    const keyOf = (mode: 'managed' | 'none') =>
      bench.roles.stage.podIdentityStep.comparisonKey?.({
        ...team,
        iam: { mode },
      });
    const [managed, none] = [keyOf('managed'), keyOf('none')];
    expect(keyOf('managed')).toBe(managed);
    bench.roles.now += 60 * 60 * 1000;
    expect(keyOf('managed')).not.toBe(managed);
    expect(keyOf('none')).toBe(none);
  });
});
