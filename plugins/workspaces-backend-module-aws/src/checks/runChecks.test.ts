import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { FakeEks } from '../testing/FakeEks';
import { FakeIam } from '../testing/FakeIam';
import { FakeTrail } from '../testing/FakeTrail';
import { roleConfig } from '../testing/roleConfig';
import { RoleStage } from '../testing/RoleStage';
import { roleWorkspace } from '../testing/roleWorkspace';

const NAME = 'drls-workspace-team';
const ARN = `arn:aws:iam::123456789012:role/team-workspaces/${NAME}`;
const IDENTITY = { namespace: 'team-notebooks', serviceAccount: 'user-ada' };
const BOUNDARY = 'arn:aws:iam::123456789012:policy/team-workspaces';

describe('runChecks', () => {
  const team = roleWorkspace('team');
  let iam: FakeIam;
  let trail: FakeTrail;
  let stage: RoleStage;
  let account: KubernetesObject | undefined;
  let webhook: KubernetesObject | undefined;
  let pod: KubernetesObject;
  let clusterFailure: ClusterError | undefined;

  const unused = async () => {
    throw new Error('Checks write nothing');
  };
  const cluster: ClusterClient = {
    name: 'local',
    get: async ({ kind }) => {
      if (clusterFailure) throw clusterFailure;
      return kind === 'ServiceAccount' ? account : webhook;
    },
    list: async (_, query) => {
      if (clusterFailure) throw clusterFailure;
      const items = query?.namespace === 'team-notebooks' ? [pod] : [];
      return { items, resourceVersion: '1' };
    },
    create: unused,
    apply: unused,
    delete: unused,
    watch: () => {
      throw new Error('Checks watch nothing');
    },
    version: unused,
  };

  beforeEach(async () => {
    iam = new FakeIam();
    trail = new FakeTrail();
    trail.requests.push({
      at: new Date().toISOString(),
      roleArn: ARN,
      subject: 'system:serviceaccount:team-notebooks:user-ada',
    });
    iam.managedPolicies.set(BOUNDARY, {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    });
    stage = new RoleStage({
      clusters: new Map([['local', roleConfig()]]),
      credentials: { getCredentialProvider: unused },
      accounts: {
        roles: () => iam,
        associations: () => new FakeEks(),
        trails: () => trail,
      },
      cluster,
    });
    stage.workspaces = [team];
    await stage.pass(team);
    clusterFailure = undefined;
    account = serviceAccount(ARN);
    webhook = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: 'pod-identity-webhook' },
    };
    pod = podOf('user-ada', ARN);
  });

  const check = async () =>
    Object.fromEntries(
      (await stage.provider.check(team, IDENTITY)).map(({ id, status }) => [
        id,
        status,
      ]),
    );

  const ALL_WELL = {
    'role-set': 'ok',
    'service-account-exists': 'ok',
    'annotation-matches': 'ok',
    'webhook-present': 'ok',
    'pods-use-service-account': 'ok',
    'pods-have-role': 'ok',
    'role-exists': 'ok',
    'oidc-provider-registered': 'ok',
    'trust-provider': 'ok',
    'trust-audience': 'ok',
    'trust-subject': 'ok',
    'policy-attached': 'ok',
    'bucket-prefix': 'ok',
    boundary: 'ok',
    cloudtrail: 'ok',
  };

  it('finds nothing where all is well', async () => {
    expect(await check()).toEqual(ALL_WELL);
  });

  const changeTrust = (condition: object, federated?: string) => {
    const stored = iam.stored(NAME);
    const [statement] = [stored.role.trust.Statement].flat();
    stored.role = {
      ...stored.role,
      trust: {
        Version: '2012-10-17',
        Statement: {
          ...statement,
          Condition: { ...statement.Condition, ...condition },
          ...(federated && { Principal: { Federated: federated } }),
        },
      },
    };
  };
  const issuer = roleConfig().oidcProvider;

  it.each<[string, () => void, Record<string, string>]>([
    [
      'a missing ServiceAccount',
      () => {
        account = undefined;
      },
      { 'service-account-exists': 'failed', 'annotation-matches': 'unknown' },
    ],
    [
      'another annotation',
      () => {
        account = serviceAccount('arn:aws:iam::123456789012:role/old');
      },
      { 'annotation-matches': 'failed' },
    ],
    [
      'a missing webhook',
      () => {
        webhook = undefined;
      },
      { 'webhook-present': 'failed' },
    ],
    [
      'a pod under default',
      () => {
        pod = podOf('default', undefined);
      },
      { 'pods-use-service-account': 'failed', 'pods-have-role': 'unknown' },
    ],
    [
      'a pod from before the annotation',
      () => {
        pod = podOf('user-ada', undefined);
      },
      { 'pods-have-role': 'failed' },
    ],
    [
      'an account that does not know the cluster',
      () => {
        iam.audiences = undefined;
      },
      { 'oidc-provider-registered': 'failed' },
    ],
    [
      'a provider for another audience',
      () => {
        iam.audiences = ['kubernetes'];
      },
      { 'oidc-provider-registered': 'failed' },
    ],
    [
      'a trust in another provider',
      () => changeTrust({}, 'arn:aws:iam::123456789012:oidc-provider/other'),
      {
        'trust-provider': 'failed',
        'trust-audience': 'failed',
        'trust-subject': 'failed',
      },
    ],
    [
      'a trust for another audience',
      () => changeTrust({ StringEquals: { [`${issuer}:aud`]: 'other' } }),
      { 'trust-audience': 'failed', 'trust-subject': 'failed' },
    ],
    [
      'a trust for other namespaces',
      () =>
        changeTrust({
          StringLike: {
            [`${issuer}:sub`]: 'system:serviceaccount:other:user-*',
          },
        }),
      { 'trust-subject': 'failed' },
    ],
    [
      'a role without policies',
      () => iam.stored(NAME).inline.clear(),
      { 'policy-attached': 'failed', 'bucket-prefix': 'failed' },
    ],
    [
      'a boundary that is too narrow',
      () => {
        iam.managedPolicies.set(BOUNDARY, {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        });
      },
      { boundary: 'failed' },
    ],
    [
      'a cluster that does not answer',
      () => {
        clusterFailure = new ClusterError({
          reason: 'ClusterUnreachable',
          message: 'Nobody there.',
        });
      },
      {
        'service-account-exists': 'unknown',
        'annotation-matches': 'unknown',
        'webhook-present': 'unknown',
        'pods-use-service-account': 'unknown',
        'pods-have-role': 'unknown',
      },
    ],
  ])('finds %s, and only that', async (_, prepare, found) => {
    prepare();
    expect(await check()).toEqual({ ...ALL_WELL, ...found });
  });

  it('says what to do about everything that is not well', async () => {
    iam.roles.clear();
    const checks = await stage.provider.check(team, IDENTITY);
    for (const { status, hint } of checks) {
      expect(status === 'ok').toBe(hint === undefined);
    }
    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'role-exists', status: 'failed' }),
    );
  });
});

function serviceAccount(roleArn: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: IDENTITY.serviceAccount,
      namespace: IDENTITY.namespace,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn },
    },
  };
}

function podOf(
  serviceAccountName: string,
  roleArn: string | undefined,
): KubernetesObject {
  const env = roleArn ? [{ name: 'AWS_ROLE_ARN', value: roleArn }] : [];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'session', namespace: IDENTITY.namespace },
    spec: { serviceAccountName, containers: [{ name: 'main', env }] },
  };
}
