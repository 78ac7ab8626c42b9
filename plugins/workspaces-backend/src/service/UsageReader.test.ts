import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { UsageReader } from './UsageReader';

const quota = (
  hard: Record<string, string>,
  used: Record<string, string>,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota' },
  spec: { hard },
  status: { hard, used },
});

describe('UsageReader', () => {
  const read = (list: () => Promise<KubernetesObject[]>) => {
    const client: Pick<ClusterClient, 'list'> = {
      list: async () => ({ items: await list(), resourceVersion: '1' }),
    };
    return new UsageReader({
      clusters: { client: async () => client as ClusterClient },
    }).read(storedWorkspace());
  };

  it('should tell the tightest limit of each resource', async () => {
    const usage = await read(async () => [
      quota({ pods: '10', 'requests.cpu': '2' }, { 'requests.cpu': '500m' }),
      quota({ pods: '4' }, { pods: '3' }),
    ]);
    expect(usage).toEqual({
      namespaces: [
        {
          namespace: 'alpha-notebooks',
          found: true,
          resources: [
            { resource: 'pods', used: '3', hard: '4', ratio: 0.75 },
            {
              resource: 'requests.cpu',
              used: '500m',
              hard: '2',
              ratio: 0.25,
            },
          ],
        },
      ],
    });
  });

  it('should divide by no zero', async () => {
    const usage = await read(async () => [quota({ pods: '0' }, { pods: '0' })]);
    expect(usage.namespaces[0].resources[0].ratio).toBe(0);
  });

  it('should say that there is no quota', async () => {
    const usage = await read(async () => []);
    expect(usage.namespaces).toEqual([
      { namespace: 'alpha-notebooks', found: false, resources: [] },
    ]);
  });

  it('should tell why the cluster does not answer', async () => {
    const usage = await read(() =>
      Promise.reject(
        new ClusterError({ reason: 'ClusterUnreachable', message: 'Away.' }),
      ),
    );
    expect(usage.problem).toEqual({
      reason: 'ClusterUnreachable',
      message: 'Away.',
      hint: expect.any(String),
    });
  });

  it('should not hide faults of our own', async () => {
    const failing = read(() => Promise.reject(new TypeError('a bug')));
    await expect(failing).rejects.toThrow('a bug');
  });
});
