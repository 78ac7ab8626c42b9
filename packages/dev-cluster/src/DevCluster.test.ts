import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevCluster } from './DevCluster';
import { TestClient } from './__testUtils__/TestClient';

describe('DevCluster', () => {
  let cluster: DevCluster;
  let client: TestClient;

  beforeAll(async () => {
    cluster = await DevCluster.start();
    client = new TestClient(cluster);
  });

  afterAll(async () => {
    await client.close();
    await cluster.stop();
  });

  it('gives people tokens', async () => {
    const token = cluster.addUser({ name: 'mia', groups: ['ocean'] });
    const { body } = await client.request(
      'POST',
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      {},
      { token },
    );
    expect(body.status).toMatchObject({
      userInfo: { username: 'mia', groups: ['ocean', 'system:authenticated'] },
    });
    const refused = await client.request('GET', '/api/v1/secrets', undefined, {
      token,
    });
    expect(refused.code).toBe(403);
  });

  it('writes a kubeconfig for its owner only', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'dev-cluster-'));
    const path = join(directory, 'kubeconfig');
    await cluster.writeKubeconfig(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      'current-context': 'dev-cluster',
      clusters: [{ cluster: { server: cluster.url } }],
      users: [{ user: { token: cluster.adminToken } }],
    });
    expect((await stat(path)).mode % 0o1000).toBe(0o600);
    await rm(directory, { recursive: true });
  });

  it('logs what clients wrote, not what they tried or asked', async () => {
    const path = '/api/v1/namespaces/default/configmaps';
    cluster.resetWrites();
    const seen: string[] = [];
    const stop = cluster.onWrite(({ name }) => {
      seen.push(name);
    });
    await client.request('POST', path, { metadata: { name: 'one' } });
    await client.request('POST', path, { metadata: { name: 'one' } });
    await client.request('POST', `${path}?dryRun=All`, {
      metadata: { name: 'dry' },
    });
    await client.request('GET', path);
    await client.request(
      'PATCH',
      `${path}/one`,
      {},
      {
        contentType: 'application/merge-patch+json',
      },
    );
    await client.request('DELETE', `${path}/one`);
    stop();
    await client.request('POST', path, { metadata: { name: 'unseen' } });

    const summary = cluster.writes.map(
      ({ verb, name, changed }) => `${verb} ${name} ${changed}`,
    );
    expect(summary).toEqual([
      'create one true',
      'patch one false',
      'delete one true',
      'create unseen true',
    ]);
    expect(seen).toEqual(['one', 'one', 'one']);
    expect(cluster.writes[0]).toMatchObject({
      group: '',
      resource: 'configmaps',
      namespace: 'default',
      user: 'admin',
    });
  });

  it('hands out copies of everything', () => {
    const before = cluster.objects();
    const namespace = before.find(({ kind }) => kind === 'Namespace');
    if (!namespace) throw new Error('there is no namespace');
    namespace.metadata.labels = { broken: 'yes' };
    expect(JSON.stringify(cluster.objects())).not.toContain('broken');
  });

  it('stops once, however often it is asked', async () => {
    const other = await DevCluster.start();
    await Promise.all([other.stop(), other.close(), other.stop()]);
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
