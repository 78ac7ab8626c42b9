import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  DefaultClusterRegistry,
  readClusterHealth,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster';
import type {
  ClusterClient,
  KubernetesObject,
  WatchEvent,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { parseAllDocuments } from 'yaml';
import { ControlPlane, findControlPlaneObstacle } from './controlPlane';

jest.setTimeout(120_000);

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const QUOTA = { apiVersion: 'v1', kind: 'ResourceQuota' };

function namespace(name: string, labels = {}): KubernetesObject {
  return { ...NAMESPACE, metadata: { name, labels } };
}

function quota(spec: object, inNamespace = 'alpha'): KubernetesObject {
  return {
    ...QUOTA,
    metadata: { name: 'workspace', namespace: inNamespace },
    spec,
  };
}

/** The ClusterRole of docs/rbac.yaml. */
function documentedRole(): KubernetesObject {
  const file = join(__dirname, '../../../docs/rbac.yaml');
  const role = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as KubernetesObject)
    .find(({ kind }) => kind === 'ClusterRole');
  if (!role) {
    throw new Error('docs/rbac.yaml has no ClusterRole');
  }
  return role;
}

const obstacle = findControlPlaneObstacle();
// Counted as skipped, with the reason in its name; where CI is set, it fails instead.
const describeReal = obstacle && !process.env.CI ? describe.skip : describe;
const subject = 'KubernetesClusterClient with a real control plane';

describeReal(obstacle ? `${subject}: ${obstacle}` : subject, () => {
  let controlPlane: ControlPlane;
  let clusters: DefaultClusterRegistry;
  let client: ClusterClient;

  beforeAll(async () => {
    controlPlane = await ControlPlane.start({
      users: [{ name: 'portal' }, { name: 'stranger' }],
    });
    const { url, caData, adminToken, tokens } = controlPlane;
    const cluster = (name: string, token: string, ca?: string) => ({
      name,
      connection: { type: 'token', url, token, caData: ca } as const,
    });
    clusters = new DefaultClusterRegistry({
      config: new ConfigReader({}),
      clusters: [
        cluster('admin', adminToken, caData),
        cluster('portal', tokens.portal, caData),
        cluster('stranger', tokens.stranger, caData),
        cluster('nobody', 'no-such-token', caData),
        cluster('untrusted', adminToken),
      ],
    });
    client = await clusters.client('admin');
    await client.create(namespace('alpha', { team: 'alpha' }));
  });

  afterAll(async () => {
    await clusters?.close();
    await controlPlane?.stop();
  });

  it('should not create what exists', async () => {
    await expect(client.create(namespace('alpha'))).rejects.toMatchObject({
      reason: 'ObjectConflict',
      statusReason: 'AlreadyExists',
    });
  });

  it('should apply to the object that was read, and to no other of its name', async () => {
    const live = await client.get({ ...NAMESPACE, name: 'alpha' });
    const { uid } = live?.metadata ?? {};
    const labels = { team: 'alpha', tier: 'one' };
    const exact = { name: 'alpha', uid, labels };
    const applied = await client.apply({ ...NAMESPACE, metadata: exact });
    expect(applied.metadata.labels).toMatchObject(labels);
    for (const name of ['alpha', 'absent']) {
      const other = { name, uid: 'another', labels };
      await expect(
        client.apply({ ...NAMESPACE, metadata: other }),
      ).rejects.toMatchObject({ reason: 'ObjectConflict' });
    }
    expect(await client.get({ ...NAMESPACE, name: 'absent' })).toBeUndefined();
  });

  it('should call what the API does not accept invalid', async () => {
    for (const spec of [{ hard: { pods: '-1' } }, { hrad: {} }]) {
      await expect(client.apply(quota(spec))).rejects.toMatchObject({
        reason: 'ObjectInvalid',
      });
    }
  });

  it('should call a namespace that is not there a conflict, to be looked at again', async () => {
    const spec = { hard: { pods: '1' } };
    await expect(client.apply(quota(spec, 'absent'))).rejects.toMatchObject({
      reason: 'ObjectConflict',
      status: 404,
      transient: true,
    });
  });

  it('should store nothing in a dry run', async () => {
    await client.apply(quota({ hard: { pods: '1' } }), { dryRun: true });
    const identity = { ...QUOTA, namespace: 'alpha', name: 'workspace' };
    expect(await client.get(identity)).toBeUndefined();
  });

  it('should read all pages of a list', async () => {
    const kind = { apiVersion: 'v1', kind: 'ConfigMap' };
    const names = Array.from({ length: 1_001 }, (_, index) => `page-${index}`);
    await Promise.all(
      names.map(name =>
        client.apply({
          ...kind,
          metadata: { name, namespace: 'alpha', labels: { test: 'pages' } },
        }),
      ),
    );
    const { items } = await client.list(kind, {
      labelSelector: 'test=pages',
      metadataOnly: true,
    });
    expect(new Set(items.map(item => item.metadata.name))).toEqual(
      new Set(names),
    );
    expect(items[0]).toMatchObject(kind);
  });

  it('should find kinds by discovery', async () => {
    const kind = { apiVersion: 'batch/v1', kind: 'CronJob' };
    expect((await client.list(kind)).items).toEqual([]);
    await expect(
      client.list({ apiVersion: 'pkg.internal/v1beta1', kind: 'Storage' }),
    ).rejects.toMatchObject({ reason: 'ObjectInvalid' });
  });

  it('should follow a namespace until it is gone', async () => {
    const { metadata } = await client.create(namespace('going'));
    const { resourceVersion } = await client.list(NAMESPACE);
    const watch = client.watch(NAMESPACE, { resourceVersion });
    const identity = { ...NAMESPACE, name: 'going' };
    await expect(
      client.delete(identity, { uid: 'another' }),
    ).rejects.toMatchObject({ reason: 'ObjectConflict' });
    const uid = metadata.uid ?? '';
    expect(await client.delete(identity, { uid })).toBe('terminating');
    expect(await client.delete(identity, { uid })).toBe('terminating');
    await expect(
      client.apply(quota({ hard: { pods: '1' } }, 'going')),
    ).rejects.toMatchObject({ reason: 'NamespaceTerminating' });
    const types: WatchEvent['type'][] = [];
    for await (const { type, object } of watch) {
      if (object.metadata.name === 'going') {
        types.push(type);
      }
      if (types.includes('DELETED')) {
        break;
      }
    }
    expect(types.at(-1)).toBe('DELETED');
    expect(await client.delete(identity, { uid })).toBe('deleted');
  });

  it('should tell admission from missing rights', async () => {
    const enforced = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    await client.create(namespace('strict', enforced));
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'pod', namespace: 'strict' },
      spec: {
        serviceAccountName: 'default',
        automountServiceAccountToken: false,
        containers: [{ name: 'c', image: 'image' }],
      },
    };
    const account = { apiVersion: 'v1', kind: 'ServiceAccount' };
    await client.apply({
      ...account,
      metadata: { name: 'default', namespace: 'strict' },
    });
    await expect(client.create(pod)).rejects.toMatchObject({
      reason: 'AdmissionDenied',
      status: 403,
    });
    const stranger = await clusters.client('stranger');
    await expect(stranger.create(pod)).rejects.toMatchObject({
      reason: 'RbacInsufficient',
      status: 403,
    });
  });

  it('should find every right missing without docs/rbac.yaml, and none with it', async () => {
    const missing = async () => {
      const health = await readClusterHealth(clusters);
      return health.find(({ name }) => name === 'portal')?.missingRights;
    };
    expect(await missing()).toHaveLength(48);
    const role = documentedRole();
    await client.apply(role);
    await client.apply({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'portal' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: role.metadata.name,
      },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'portal' },
      ],
    });
    let left = await missing();
    for (let tries = 0; left?.length && tries < 100; tries += 1) {
      left = await missing();
    }
    expect(left).toEqual([]);
  });

  it('should tell what is wrong with clusters that do not work', async () => {
    const health = await readClusterHealth(clusters);
    expect(health).toMatchObject([
      { name: 'admin', reachable: true, missingRights: [] },
      { name: 'portal', reachable: true },
      { name: 'stranger', reachable: true },
      { name: 'nobody', problem: { reason: 'ClusterUnauthorized' } },
      {
        name: 'untrusted',
        reachable: false,
        problem: {
          reason: 'ClusterUnreachable',
          message: expect.stringContaining('caData'),
        },
      },
    ]);
  });
});
