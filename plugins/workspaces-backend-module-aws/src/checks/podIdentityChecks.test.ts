import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { awsRefusal } from '../testing/FakeIam';
import { PodIdentityBench } from '../testing/PodIdentityBench';

const NAME = 'drls-workspace-team';
const SHARED = { namespace: 'team-notebooks', serviceAccount: 'workspace' };

describe('Checks of Pod Identity', () => {
  let bench: PodIdentityBench;
  let agent: KubernetesObject | undefined;
  let pods: KubernetesObject[];

  const unused = async () => {
    throw new Error('Checks write nothing');
  };
  const cluster: ClusterClient = {
    name: 'local',
    get: async ({ kind }) => {
      if (kind !== 'DaemonSet') {
        return undefined;
      }
      return agent;
    },
    list: async ({ kind }) => ({
      items: kind === 'Pod' ? pods.splice(0) : [],
      resourceVersion: '1',
    }),
    create: unused,
    apply: unused,
    delete: unused,
    watch: () => {
      throw new Error('Checks watch nothing');
    },
    version: unused,
  };

  beforeEach(async () => {
    bench = new PodIdentityBench({ cluster });
    agent = daemonSet({ desiredNumberScheduled: 2, numberReady: 2 });
    pods = [podOf('AWS_CONTAINER_CREDENTIALS_FULL_URI')];
    await bench.roles.stage.pass(bench.team);
    await bench.pass();
  });

  const check = async () =>
    Object.fromEntries(
      (await bench.roles.stage.provider.check(bench.team, SHARED)).map(
        ({ id, status }) => [id, status],
      ),
    );
  const ALL_WELL = {
    'pod-identity-association': 'ok',
    'pod-identity-agent': 'ok',
    'trust-pod-identity': 'ok',
    'pods-use-service-account': 'ok',
    'pods-have-role': 'ok',
  };

  it('find nothing where all is well, and ask for no token', async () => {
    const found = await check();
    expect(found).toMatchObject(ALL_WELL);
    for (const id of ['annotation-matches', 'trust-subject']) {
      expect(found).not.toHaveProperty(id);
    }
  });

  const changeTrust = (from: string, to: string) => {
    const stored = bench.iam.stored(NAME);
    const trust = JSON.parse(
      JSON.stringify(stored.role.trust).replaceAll(from, to),
    );
    stored.role = { ...stored.role, trust };
  };

  it.each<[string, () => unknown, Record<string, string>]>([
    [
      'a missing association',
      () => bench.eks.associations.delete('a-1'),
      { 'pod-identity-association': 'failed' },
    ],
    [
      'missing session tags',
      () => bench.eks.change('a-2', { disableSessionTags: true }),
      { 'pod-identity-association': 'failed' },
    ],
    [
      'associations that may not be read',
      () => {
        bench.eks.before = () => {
          throw awsRefusal('AccessDenied', 'AwsAccessDenied');
        };
      },
      { 'pod-identity-association': 'unknown' },
    ],
    [
      'a missing agent',
      () => {
        agent = undefined;
      },
      { 'pod-identity-agent': 'failed' },
    ],
    [
      'an agent that is not ready on a node',
      () => {
        agent = daemonSet({ desiredNumberScheduled: 2, numberReady: 1 });
      },
      { 'pod-identity-agent': 'failed' },
    ],
    [
      'an agent without a state',
      () => {
        agent = daemonSet(undefined);
      },
      { 'pod-identity-agent': 'unknown' },
    ],
    [
      'a trust in another cluster',
      () => changeTrust('cluster/prod', 'cluster/other'),
      { 'trust-pod-identity': 'failed' },
    ],
    [
      'a trust that lets no tags in',
      () => changeTrust('sts:TagSession', 'sts:SetSourceIdentity'),
      { 'trust-pod-identity': 'failed' },
    ],
    [
      'a pod from before the association',
      () => {
        pods = [podOf('HOME')];
      },
      { 'pods-have-role': 'failed' },
    ],
  ])('find %s, and only that', async (_, prepare, found) => {
    prepare();
    expect(await check()).toMatchObject({ ...ALL_WELL, ...found });
  });

  it('say how to look where the portal may not', async () => {
    cluster.get = async () => {
      throw new ClusterError({
        reason: 'RbacInsufficient',
        message: 'Forbidden.',
      });
    };
    const checks = await bench.roles.stage.provider.check(bench.team, SHARED);
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 'pod-identity-agent',
        status: 'unknown',
        hint: expect.stringContaining('kubectl get daemonset'),
      }),
    );
  });

  it('are not made where Pod Identity is not configured', async () => {
    bench.reconfigure(undefined);
    expect(await check()).not.toHaveProperty('pod-identity-agent');
  });
});

function daemonSet(status: object | undefined): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'eks-pod-identity-agent', namespace: 'kube-system' },
    ...(status && { status: { ...status } }),
  };
}

function podOf(variable: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'pipeline', namespace: SHARED.namespace },
    spec: {
      serviceAccountName: SHARED.serviceAccount,
      containers: [{ name: 'main', env: [{ name: variable, value: 'x' }] }],
    },
  };
}
