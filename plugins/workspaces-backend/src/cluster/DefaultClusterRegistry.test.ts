import { ConfigReader } from '@backstage/config';
import { DefaultClusterRegistry } from './DefaultClusterRegistry';

const connection = {
  type: 'token',
  url: 'https://127.0.0.1:1',
  token: 'abc',
} as const;

describe('DefaultClusterRegistry', () => {
  const registry = new DefaultClusterRegistry({
    config: new ConfigReader({}),
    clusters: [
      { name: 'first', connection },
      { name: 'second', connection },
      {
        name: 'unusable',
        connection: { type: 'kubeconfig', file: '/absent', context: 'any' },
      },
    ],
  });

  afterAll(() => registry.close());

  it('should keep the order of the configuration', () => {
    expect(registry.list().map(({ name }) => name)).toEqual([
      'first',
      'second',
      'unusable',
    ]);
    expect(registry.definition('second')).toMatchObject({ name: 'second' });
    expect(registry.definition('third')).toBeUndefined();
  });

  it('should make one client per cluster', async () => {
    const client = await registry.client('first');
    expect(client.name).toBe('first');
    expect(await registry.client('first')).toBe(client);
    expect(await registry.client('second')).not.toBe(client);
  });

  it('should refuse a cluster that is not configured', async () => {
    await expect(registry.client('third')).rejects.toMatchObject({
      reason: 'ClusterNotConfigured',
      message: 'The cluster "third" is not in workspaces.clusters.',
    });
  });

  it('should open a cluster again that could not be opened', async () => {
    await expect(registry.client('unusable')).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
    });
    await expect(registry.client('unusable')).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
    });
  });
});
