import { awsRefusal } from '../testing/FakeIam';
import { PodIdentityBench } from '../testing/PodIdentityBench';

describe('Associations that are no longer wanted', () => {
  let bench: PodIdentityBench;

  beforeEach(async () => {
    bench = new PodIdentityBench();
    await bench.roles.stage.pass(bench.team);
    await bench.pass();
    bench.eks.requests.length = 0;
    bench.iam.requests.length = 0;
  });

  it('go with the workspace', async () => {
    await bench.removal();
    expect(bench.eks.associations.size).toBe(0);
    expect(bench.records()).toEqual([]);
  });

  it('go with the mode, and before the role', async () => {
    const none = { ...bench.team, iam: { mode: 'none' as const } };
    expect((await bench.plan(none)).changes).toMatchObject(
      bench.team.namespaces.map(() => ({ action: 'delete' })),
    );
    const left: number[] = [];
    bench.iam.before = request => {
      if (request.startsWith('DeleteRole ')) {
        left.push(bench.eks.associations.size);
      }
    };
    await bench.roles.stage.pass(none);
    expect(left).toEqual([0]);
    expect(bench.iam.roles.size).toBe(0);
    expect(bench.records()).toEqual([]);
    expect((await bench.pass(none)).changes).toEqual([]);
  });

  it('keep the role while they cannot be deleted', async () => {
    bench.eks.before = request => {
      if (request.startsWith('Delete')) {
        throw awsRefusal('AccessDenied', 'AwsAccessDenied');
      }
    };
    await expect(
      bench.roles.stage.pass({ ...bench.team, iam: { mode: 'none' } }),
    ).rejects.toMatchObject({ problem: { reason: 'AwsAccessDenied' } });
    expect(bench.iam.roles.size).toBe(1);
  });

  it('give way to those of another ServiceAccount', async () => {
    bench.reconfigure({ serviceAccount: 'shared' });
    await bench.pass();
    expect(
      [...bench.eks.associations.values()].map(one => one.serviceAccount),
    ).toEqual(['shared', 'shared', 'shared']);
    expect(bench.records().map(({ name }) => name)).toEqual(
      bench.team.namespaces.map(() => 'prod/shared'),
    );
  });

  it('go when Pod Identity is not configured any more', async () => {
    bench.reconfigure(undefined);
    await bench.pass();
    expect(bench.eks.associations.size).toBe(0);
  });

  it('are gone with their cluster', async () => {
    bench.eks.associations.clear();
    bench.eks.clusters.clear();
    await bench.removal();
    expect(bench.records()).toEqual([]);
    expect(bench.eks.writes()).toEqual([]);
  });

  it('are found also when the answer to their creation got lost', async () => {
    const fresh = new PodIdentityBench();
    fresh.eks.after = request => {
      if (request.startsWith('Create')) {
        throw awsRefusal('TimeoutError', 'AwsUnreachable');
      }
    };
    await expect(fresh.pass()).rejects.toMatchObject({
      problem: { reason: 'AwsUnreachable' },
    });
    expect(fresh.eks.associations.size).toBe(1);
    await fresh.pass({ ...fresh.team, iam: { mode: 'none' } });
    expect(fresh.eks.associations.size).toBe(0);
    expect(fresh.records()).toEqual([]);
  });

  it('stay, and are named, when the cluster has no AWS side any more', async () => {
    bench.roles.restart(undefined, bench.roles.stage.records);
    const elsewhere = { ...bench.team, cluster: 'other' };
    const { leftBehind } = await bench.removal(elsewhere);
    expect(leftBehind).toHaveLength(3);
    expect(bench.eks.associations.size).toBe(3);
  });
});
