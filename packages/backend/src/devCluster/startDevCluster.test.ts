import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { DevClusterConnection } from './devClusterServiceRef';
import { startDevCluster } from './startDevCluster';

// Each start makes keys.
jest.setTimeout(30_000);

const directory = createMockDirectory();
const shutdownHooks: Array<() => void | Promise<void>> = [];

function start(options: { clusters?: object[]; nodeEnv?: string } = {}) {
  const lifecycle = mockServices.rootLifecycle.mock({
    addShutdownHook: hook => {
      shutdownHooks.push(hook);
    },
  });
  return startDevCluster({
    config: mockServices.rootConfig({
      data: {
        devCluster: { directory: directory.path },
        workspaces: { clusters: options.clusters },
      },
    }),
    lifecycle,
    logger: mockServices.logger.mock(),
    nodeEnv: options.nodeEnv ?? 'development',
  });
}

function listNamespaces(connection: DevClusterConnection): Promise<string[]> {
  return new Promise((resolve, reject) => {
    request(
      new URL('/api/v1/namespaces', connection.url),
      {
        ca: Buffer.from(connection.caData, 'base64'),
        headers: { authorization: `Bearer ${connection.token}` },
      },
      async response => {
        const chunks = await response.toArray();
        const { items } = JSON.parse(Buffer.concat(chunks).toString());
        resolve(
          items.map(
            (item: { metadata: { name: string } }) => item.metadata.name,
          ),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('startDevCluster', () => {
  afterEach(async () => {
    await Promise.all(shutdownHooks.splice(0).map(hook => hook()));
    directory.clear();
  });

  it('should start a cluster with the namespaces of the default workspace', async () => {
    const { connection } = await start();
    expect(await listNamespaces(connection!)).toEqual(
      expect.arrayContaining(['notebooks', 'drls-clusters', 'drls-pipelines']),
    );
  });

  it('should leave a kubeconfig that names the cluster', async () => {
    const { connection } = await start();
    const kubeconfig = JSON.parse(
      await readFile(directory.resolve('kubeconfig'), 'utf8'),
    );
    expect(kubeconfig.clusters[0].cluster.server).toBe(connection!.url);
  });

  it('should stop with the backend', async () => {
    const { connection } = await start();
    await Promise.all(shutdownHooks.splice(0).map(hook => hook()));
    await expect(listNamespaces(connection!)).rejects.toThrow(
      /ECONNREFUSED|socket hang up/,
    );
  });

  it('should start again on what it left', async () => {
    await start();
    await Promise.all(shutdownHooks.splice(0).map(hook => hook()));
    const { connection } = await start();
    expect(await listNamespaces(connection!)).toContain('notebooks');
  });

  it('should start nothing when a cluster is configured', async () => {
    expect(await start({ clusters: [{ name: 'real' }] })).toEqual({});
    expect(shutdownHooks).toEqual([]);
  });

  it('should be refused in production', async () => {
    await expect(start({ nodeEnv: 'production' })).rejects.toThrow(
      /refused in production: configure at least one of workspaces\.clusters/,
    );
  });

  it('should not matter in production when a cluster is configured', async () => {
    expect(
      await start({ nodeEnv: 'production', clusters: [{ name: 'real' }] }),
    ).toEqual({});
  });
});
