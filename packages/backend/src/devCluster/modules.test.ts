import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  kubernetesClusterSupplierExtensionPoint,
  type KubernetesClustersSupplier,
  type KubernetesClusterSupplierFactory,
} from '@backstage/plugin-kubernetes-node';
import {
  workspacesClusterExtensionPoint,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  devClusterServiceRef,
  type DevClusterConnection,
} from './devClusterServiceRef';
import { kubernetesModuleDevCluster } from './kubernetesModule';
import { workspacesModuleDevCluster } from './workspacesModule';

const connection: DevClusterConnection = {
  url: 'https://127.0.0.1:6443',
  caData: 'Y2E=',
  token: 'token-of-an-admin',
};

const devClusterFactory = (service: { connection?: DevClusterConnection }) =>
  createServiceFactory({
    service: devClusterServiceRef,
    deps: {},
    factory: () => service,
  });

describe('workspacesModuleDevCluster', () => {
  async function addedClusters(service: { connection?: DevClusterConnection }) {
    const clusters: ClusterDefinition[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          workspacesClusterExtensionPoint,
          { addCluster: cluster => clusters.push(cluster) },
        ],
      ],
      features: [workspacesModuleDevCluster, devClusterFactory(service)],
    });
    return clusters;
  }

  it('should add the simulated cluster, marked as one', async () => {
    expect(await addedClusters({ connection })).toEqual([
      {
        name: 'dev-cluster',
        title: 'Local simulation',
        simulated: true,
        connection: { type: 'token', ...connection },
      },
    ]);
  });

  it('should add nothing when clusters are configured', async () => {
    expect(await addedClusters({})).toEqual([]);
  });
});

describe('kubernetesModuleDevCluster', () => {
  const configured: KubernetesClustersSupplier = {
    getClusters: async () => [
      { name: 'real', url: 'https://real', authMetadata: {} },
    ],
  };

  async function addedSupplier(service: { connection?: DevClusterConnection }) {
    let supplier: KubernetesClusterSupplierFactory | undefined;
    await startTestBackend({
      extensionPoints: [
        [
          kubernetesClusterSupplierExtensionPoint,
          {
            addClusterSupplier: added => {
              supplier =
                typeof added === 'function' ? added : async () => added;
            },
          },
        ],
      ],
      features: [kubernetesModuleDevCluster, devClusterFactory(service)],
    });
    return supplier;
  }

  it('should add the simulated cluster to the configured ones', async () => {
    const factory = await addedSupplier({ connection });
    const supplier = await factory!({ getDefault: async () => configured });
    const clusters = await supplier.getClusters({
      credentials: mockCredentials.user(),
    });
    expect(clusters).toEqual([
      expect.objectContaining({ name: 'real' }),
      expect.objectContaining({
        name: 'dev-cluster',
        url: connection.url,
        caData: connection.caData,
        authMetadata: {
          'kubernetes.io/auth-provider': 'serviceAccount',
          serviceAccountToken: connection.token,
        },
      }),
    ]);
  });

  it('should leave the supplier alone when clusters are configured', async () => {
    expect(await addedSupplier({})).toBeUndefined();
  });
});
