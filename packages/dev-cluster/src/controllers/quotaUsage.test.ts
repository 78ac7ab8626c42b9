import { builtIn, ResourceRegistry } from '../api/ResourceRegistry';
import type { ResourceType } from '../api/ResourceType';
import { ObjectStore } from '../storage/ObjectStore';
import { quotaUsage } from './quotaUsage';

describe('quotaUsage', () => {
  const store = new ObjectStore();
  const cluster = { store, resources: new ResourceRegistry() };
  const used = (name: string) => quotaUsage(cluster, 'team-a', name);

  function put(
    type: ResourceType,
    name: string,
    rest: object,
    namespace = 'team-a',
  ): void {
    const metadata = { name, namespace };
    store.put(type, { apiVersion: 'v1', kind: type.kind, metadata, ...rest });
  }

  beforeAll(() => {
    const pod = (phase: string) => ({
      spec: {
        containers: [
          {
            name: 'main',
            resources: {
              requests: { cpu: '250m', memory: '1Gi', 'nvidia.com/gpu': '1' },
              limits: { cpu: '1', memory: '2Gi' },
            },
          },
          { name: 'side', resources: { requests: { cpu: '50m' } } },
        ],
      },
      status: { phase },
    });
    const pods = builtIn('', 'pods');
    put(pods, 'one', pod('Running'));
    put(pods, 'two', pod('Pending'));
    put(pods, 'done', pod('Succeeded'));
    put(pods, 'foreign', pod('Running'), 'team-b');
    const claims = builtIn('', 'persistentvolumeclaims');
    const claim = (storage: string, storageClassName?: string) => ({
      spec: { storageClassName, resources: { requests: { storage } } },
    });
    put(claims, 'plain', claim('1Gi'));
    put(claims, 'fast', claim('512Mi', 'fast'));
    put(builtIn('', 'services'), 'balanced', {
      spec: { type: 'LoadBalancer' },
    });
    put(builtIn('', 'services'), 'inside', { spec: { type: 'ClusterIP' } });
    put(builtIn('apps', 'deployments'), 'app', {});
  });

  it.each([
    ['pods', '2'],
    ['requests.cpu', '600m'],
    ['cpu', '600m'],
    ['requests.memory', '2Gi'],
    ['memory', '2Gi'],
    ['limits.cpu', '2'],
    ['limits.memory', '4Gi'],
    ['requests.nvidia.com/gpu', '2'],
    ['persistentvolumeclaims', '2'],
    ['requests.storage', '1536Mi'],
    ['fast.storageclass.storage.k8s.io/requests.storage', '512Mi'],
    ['services', '2'],
    ['services.loadbalancers', '1'],
    ['services.nodeports', '1'],
    ['count/deployments.apps', '1'],
    ['count/configmaps', '0'],
    ['count/unknown.example.com', '0'],
    ['secrets', '0'],
  ])('counts %s as %s', (name, expected) => {
    expect(used(name)).toBe(expected);
  });
});
