import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import { DevCluster } from '@team-workspaces/dev-cluster';
import type { KubernetesClusterClient } from './KubernetesClusterClient';
import { devClusterClient } from './testing/devClusterClient';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const QUOTA = { apiVersion: 'v1', kind: 'ResourceQuota' };

function namespace(name: string) {
  return { ...NAMESPACE, metadata: { name, labels: { team: 'alpha' } } };
}

function quota(pods: string) {
  return {
    ...QUOTA,
    metadata: {
      name: 'workspace',
      namespace: 'alpha',
      labels: { team: 'alpha' },
    },
    spec: { hard: { pods } },
  };
}

// Making the keys of a development cluster takes seconds on a busy machine.
jest.setTimeout(60_000);

describe('KubernetesClusterClient with a development cluster', () => {
  let cluster: DevCluster;
  let client: KubernetesClusterClient;

  beforeAll(async () => {
    cluster = await DevCluster.start();
    client = await devClusterClient(cluster);
    await client.create(namespace('alpha'));
  });

  afterAll(async () => {
    await client?.close();
    await cluster?.stop();
  });

  it('should create once and refuse a second time', async () => {
    const created = await client.create(namespace('beta'));
    expect(created.metadata.uid).toBeDefined();
    await expect(client.create(namespace('beta'))).rejects.toMatchObject({
      reason: 'ObjectConflict',
      statusReason: 'AlreadyExists',
    });
  });

  it('should apply under our field manager and store nothing in a dry run', async () => {
    await client.apply(quota('10'));
    const changed = await client.apply(quota('20'), { dryRun: true });
    expect(changed.spec).toEqual({ hard: { pods: '20' } });
    const live = await client.get({
      ...QUOTA,
      name: 'workspace',
      namespace: 'alpha',
    });
    expect(live?.spec).toEqual({ hard: { pods: '10' } });
    expect(live?.metadata.managedFields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ manager: MANAGED_BY, operation: 'Apply' }),
      ]),
    );
  });

  it('should list by label, whole or metadata only', async () => {
    await client.apply(quota('10'));
    const whole = await client.list(QUOTA, { labelSelector: 'team=alpha' });
    expect(whole.items).toMatchObject([quota('10')]);
    const metadata = await client.list(QUOTA, {
      labelSelector: 'team=alpha',
      metadataOnly: true,
    });
    expect(metadata.items).toMatchObject([
      { ...QUOTA, metadata: { name: 'workspace' } },
    ]);
    expect(metadata.items[0].spec).toBeUndefined();
    const none = await client.list(QUOTA, { labelSelector: 'team=beta' });
    expect(none.items).toEqual([]);
  });

  it('should delete with the right UID only', async () => {
    const { metadata } = await client.apply(quota('10'));
    const identity = { ...QUOTA, name: 'workspace', namespace: 'alpha' };
    await expect(
      client.delete(identity, { uid: 'another' }),
    ).rejects.toMatchObject({ reason: 'ObjectConflict' });
    const uid = metadata.uid ?? '';
    expect(await client.delete(identity, { uid, dryRun: true })).toBe(
      'deleted',
    );
    expect(await client.get(identity)).toBeDefined();
    expect(await client.delete(identity, { uid })).toBe('deleted');
    expect(await client.get(identity)).toBeUndefined();
  });

  it('should watch from a list on', async () => {
    const { resourceVersion } = await client.list(NAMESPACE);
    const abort = new AbortController();
    const watch = client.watch(NAMESPACE, {
      resourceVersion,
      labelSelector: 'team=alpha',
      signal: abort.signal,
    });
    await client.create(namespace('gamma'));
    for await (const event of watch) {
      expect(event).toMatchObject({
        type: 'ADDED',
        object: { ...NAMESPACE, metadata: { name: 'gamma' } },
      });
      abort.abort();
    }
    expect.assertions(1);
  });

  it('should say which right is missing', async () => {
    const stranger = await devClusterClient(
      cluster,
      cluster.addUser({ name: 'stranger' }),
    );
    await expect(stranger.create(namespace('delta'))).rejects.toMatchObject({
      reason: 'RbacInsufficient',
      status: 403,
    });
    await stranger.close();
  });

  it('should say that credentials are not accepted', async () => {
    const nobody = await devClusterClient(cluster, 'no-such-token');
    await expect(nobody.version()).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
    });
    await nobody.close();
  });

  it('should not trust a certificate of an authority that is not configured', async () => {
    const other = await DevCluster.start();
    const { url, adminToken } = cluster;
    const misled = await devClusterClient(
      Object.assign(Object.create(other), { url, adminToken }),
    );
    await expect(misled.version()).rejects.toMatchObject({
      reason: 'ClusterUnreachable',
      message: expect.stringContaining('caData'),
    });
    await misled.close();
    await other.stop();
  });
});
