import { ConfigReader } from '@backstage/config';
import type { ClusterDefinition } from '@team-workspaces/backstage-plugin-workspaces-node';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { readClusterHealth } from './clusterHealth';
import { DefaultClusterRegistry } from './DefaultClusterRegistry';
import { devClusterDefinition } from './testing/devClusterClient';

// Making the keys of a development cluster takes seconds on a busy machine.
jest.setTimeout(60_000);

describe('readClusterHealth', () => {
  let cluster: DevCluster;

  beforeAll(async () => {
    cluster = await DevCluster.start();
  });

  afterAll(() => cluster?.stop());

  async function read(definition: ClusterDefinition, timeoutMs?: number) {
    const registry = new DefaultClusterRegistry({
      clusters: [definition],
      config: new ConfigReader({}),
    });
    const [health] = await readClusterHealth(registry, { timeoutMs });
    await registry.close();
    return health;
  }

  it('should find nothing wrong with an admin', async () => {
    const definition = {
      ...devClusterDefinition(cluster),
      title: 'Development',
      simulated: true,
    };
    expect(await read(definition)).toEqual({
      name: 'dev',
      title: 'Development',
      simulated: true,
      reachable: true,
      version: expect.stringMatching(/^v\d+\.\d+/),
      missingRights: [],
    });
  });

  it('should name each right that is missing', async () => {
    const token = cluster.addUser({ name: 'stranger' });
    const health = await read(devClusterDefinition(cluster, token));
    expect(health.reachable).toBe(true);
    expect(health.missingRights).toHaveLength(48);
    expect(health.missingRights).toEqual(
      expect.arrayContaining([
        'create namespaces',
        'patch networkpolicies.networking.k8s.io',
        'escalate roles.rbac.authorization.k8s.io/workspace-admin',
      ]),
    );
  });

  it('should say that credentials are not accepted', async () => {
    const health = await read(devClusterDefinition(cluster, 'no-such-token'));
    expect(health).toMatchObject({
      title: 'dev',
      simulated: false,
      reachable: false,
      problem: { reason: 'ClusterUnauthorized', hint: expect.any(String) },
    });
  });

  it('should say that a cluster cannot be reached', async () => {
    const connection = {
      type: 'token',
      url: 'https://127.0.0.1:1',
      token: 'abc',
    } as const;
    expect(await read({ name: 'dev', connection })).toMatchObject({
      reachable: false,
      missingRights: [],
      problem: { reason: 'ClusterUnreachable' },
    });
  });

  it('should not wait longer than it is told', async () => {
    expect(await read(devClusterDefinition(cluster), 0)).toMatchObject({
      reachable: false,
      problem: { reason: 'RequestTimeout' },
    });
  });
});
