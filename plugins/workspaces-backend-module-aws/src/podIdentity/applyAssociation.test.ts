import { roleUnknownToEks } from '../testing/FakeEks';
import { awsRefusal } from '../testing/FakeIam';
import { PodIdentityBench, PLACE } from '../testing/PodIdentityBench';

const CREATE = 'CreatePodIdentityAssociation team-notebooks/workspace';

describe('applyAssociation', () => {
  let bench: PodIdentityBench;

  beforeEach(() => {
    bench = new PodIdentityBench();
  });

  const once = (pattern: RegExp, error: Error, times = 1) => {
    let left = times;
    return (request: string) => {
      if (left > 0 && pattern.test(request)) {
        left -= 1;
        throw error;
      }
    };
  };

  it.each([0, 1, 2])(
    'makes none twice after the answer to creation %i got lost',
    async index => {
      const name = bench.team.namespaces[index].name;
      bench.eks.after = once(
        new RegExp(`^Create.* ${name}/`),
        awsRefusal('TimeoutError', 'AwsUnreachable'),
      );
      await expect(bench.pass()).rejects.toMatchObject({
        problem: { reason: 'AwsUnreachable' },
      });
      await bench.pass();
      expect(bench.eks.associations.size).toBe(3);
      expect(
        bench
          .records()
          .map(({ uid }) => uid)
          .sort(),
      ).toEqual([...bench.eks.associations.keys()].sort());
      bench.eks.requests.length = 0;
      expect((await bench.pass()).changes).toEqual([]);
    },
  );

  it.each([
    ['UpdatePodIdentityAssociation', { disableSessionTags: true }],
    ['TagResource', { tags: undefined }],
  ])('goes on after the answer to %s got lost', async (action, change) => {
    await bench.pass();
    const live = bench.eks.at(PLACE);
    bench.eks.change('a-1', {
      ...change,
      tags: { ...live?.tags, 'cost-centre': 'x' },
    });
    bench.eks.after = once(
      new RegExp(`^${action}`),
      awsRefusal('TimeoutError', 'AwsUnreachable'),
    );
    await expect(bench.pass()).rejects.toMatchObject({
      problem: { reason: 'AwsUnreachable' },
    });
    await bench.pass();
    expect(bench.eks.at(PLACE)).toEqual(live);
  });

  it('asks with the token that was announced when a read lags behind', async () => {
    bench.eks.after = once(
      /^Create/,
      awsRefusal('TimeoutError', 'AwsUnreachable'),
    );
    await expect(bench.pass()).rejects.toThrow();
    const list = bench.eks.list;
    bench.eks.list = async () => [];
    await bench.pass();
    bench.eks.list = list;
    expect(bench.eks.associations.size).toBe(3);
  });

  it('goes on with one of ours that turns out to be there', async () => {
    bench.eks.before = request => {
      if (request === CREATE && !bench.eks.at(PLACE)) {
        bench.eks.add({
          ...PLACE,
          roleArn: 'arn:aws:iam::123456789012:role/old',
          tags: bench.ownTags,
        });
      }
    };
    await bench.pass();
    expect(bench.eks.at(PLACE)).toMatchObject({ roleArn: bench.roleArn });
    expect((await bench.pass()).changes).toEqual([]);
  });

  it('leaves one of somebody else that appears meanwhile', async () => {
    bench.eks.before = request => {
      if (request === CREATE) {
        bench.eks.add({ ...PLACE, roleArn: 'theirs', tags: {} });
      }
    };
    await expect(bench.pass()).rejects.toMatchObject({
      problem: { reason: 'AssociationNotOurs' },
    });
    expect(bench.eks.at(PLACE)?.roleArn).toBe('theirs');
  });

  it('waits until EKS knows the role, and not for ever', async () => {
    bench.eks.before = once(/^Create/, roleUnknownToEks(), 3);
    await bench.pass();
    expect(bench.roles.slept).toEqual([1000, 4500, 6000]);

    bench = new PodIdentityBench();
    bench.eks.before = once(/^Create/, roleUnknownToEks(), 4);
    await expect(bench.pass()).rejects.toMatchObject({
      problem: {
        reason: 'AwsConflict',
        message: expect.stringContaining(bench.roleArn),
        raw: expect.stringContaining('does not exist'),
      },
    });
  });

  it('does not wait for what else EKS finds invalid', async () => {
    bench.eks.before = once(
      /^Create/,
      awsRefusal('InvalidParameter', 'AwsInvalid'),
    );
    await expect(bench.pass()).rejects.toMatchObject({
      problem: { reason: 'AwsInvalid' },
    });
    expect(bench.roles.slept).toEqual([]);
  });

  it('makes one again that goes away while it is changed', async () => {
    await bench.pass();
    bench.eks.change('a-1', { disableSessionTags: true });
    bench.eks.before = request => {
      if (request.startsWith('Update')) {
        bench.eks.associations.delete('a-1');
      }
    };
    await expect(bench.pass()).rejects.toMatchObject({
      problem: { reason: 'AwsConflict' },
    });
    await bench.pass();
    expect(bench.eks.at(PLACE)?.id).toBe('a-4');
  });

  it.each([
    ['no cluster', 'EksClusterNotFound', () => bench.eks.clusters.clear()],
    [
      'no room',
      'AssociationLimitReached',
      () => {
        bench.eks.limit = 2;
      },
    ],
    [
      'throttling',
      'AwsThrottled',
      () => {
        bench.eks.before = once(
          /^Create/,
          awsRefusal('Throttling', 'AwsThrottled'),
        );
      },
    ],
    [
      'no right',
      'AwsAccessDenied',
      () => {
        bench.eks.before = once(
          /^List/,
          awsRefusal('AccessDenied', 'AwsAccessDenied'),
        );
      },
    ],
  ])('says that there is %s', async (_, reason, prepare) => {
    prepare();
    await expect(bench.pass()).rejects.toMatchObject({ problem: { reason } });
  });
});
