import type {
  ClusterHealth,
  HealthCheck,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { HealthReader } from './HealthReader';

const CLUSTER: ClusterHealth = {
  name: 'one',
  title: 'One',
  simulated: false,
  reachable: true,
  missingRights: [],
};
const QUEUE = { due: 1, working: 2, waiting: 3, stopped: 4 };

const check = (status: HealthCheck['status']): HealthCheck => ({
  name: 'thing',
  status,
  message: 'So it is.',
});

describe('HealthReader', () => {
  it.each<[string, ClusterHealth[], HealthCheck['status'], string]>([
    ['all is well', [CLUSTER], 'ok', 'ok'],
    ['something optional is missing', [CLUSTER], 'warning', 'warning'],
    ['something needed is missing', [CLUSTER], 'failed', 'failed'],
    ['no cluster is configured', [], 'ok', 'failed'],
    [
      'a cluster is away',
      [CLUSTER, { ...CLUSTER, reachable: false }],
      'ok',
      'failed',
    ],
    [
      'a right is missing',
      [{ ...CLUSTER, missingRights: ['create namespaces'] }],
      'ok',
      'warning',
    ],
  ])('should, when %s, say so', async (_name, clusters, status, expected) => {
    const reader = new HealthReader({
      readClusters: async () => clusters,
      readQueue: async () => QUEUE,
      probes: [async () => check('ok'), async () => check(status)],
    });
    expect(await reader.read()).toEqual({
      status: expected,
      clusters,
      queue: QUEUE,
      checks: [check('ok'), check(status)],
    });
  });

  it('should answer while the database is away', async () => {
    const reader = new HealthReader({
      readClusters: async () => [CLUSTER],
      readQueue: () => Promise.reject(new Error('away')),
      probes: [async () => check('failed')],
    });
    expect(await reader.read()).toMatchObject({
      status: 'failed',
      queue: { due: 0, working: 0, waiting: 0, stopped: 0 },
    });
  });
});
