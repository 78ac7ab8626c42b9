import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevCluster } from './DevCluster';
import { TestClient } from './__testUtils__/TestClient';

describe('DevCluster with a directory', () => {
  let directory: string;

  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'dev-cluster-')), 'kept');
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('goes on where it stopped', async () => {
    const first = await DevCluster.start({ directory });
    const client = new TestClient(first);
    await client.request('POST', '/api/v1/namespaces', {
      metadata: { name: 'team-a', labels: { a: 'b' } },
    });
    await client.request(
      'POST',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      {
        metadata: { name: 'stores.example.com' },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { plural: 'stores', kind: 'Store' },
          versions: [{ name: 'v1', served: true, storage: true }],
        },
      },
    );
    await client.close();
    await first.stop();
    const before = first.objects();

    const second = await DevCluster.start({
      directory,
      port: Number(new URL(first.url).port),
    });
    const again = new TestClient(second);
    expect(second.url).toBe(first.url);
    expect(second.caData).toBe(first.caData);
    expect(second.adminToken).toBe(first.adminToken);
    expect(second.objects()).toEqual(expect.arrayContaining(before));
    const { code } = await again.request('GET', '/apis/example.com/v1/stores');
    expect(code).toBe(200);

    const created = await again.request('POST', '/api/v1/namespaces', {
      metadata: { name: 'team-b' },
    });
    const { resourceVersion } = created.body.metadata as {
      resourceVersion: string;
    };
    const versions = before.map(({ metadata }) =>
      Number(metadata.resourceVersion),
    );
    expect(Number(resourceVersion)).toBeGreaterThan(Math.max(...versions));
    await again.close();
    await second.stop();
  });

  it('lets nobody else read what it keeps', async () => {
    const cluster = await DevCluster.start({ directory });
    await cluster.stop();
    expect((await readdir(directory)).sort()).toEqual([
      'admin-token',
      'authority.json',
      'objects.json',
      'service-account.key',
    ]);
    for (const name of await readdir(directory)) {
      const { mode } = await stat(join(directory, name));
      expect(mode % 0o1000).toBe(0o600);
    }
  });

  it('says so when what it kept cannot be read', async () => {
    const cluster = await DevCluster.start({ directory });
    await cluster.stop();
    await writeFile(join(directory, 'objects.json'), '{"resourceVersion": 1');
    await expect(DevCluster.start({ directory })).rejects.toThrow(
      'objects.json',
    );
  });
});
