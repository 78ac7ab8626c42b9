import { createBackendModule } from '@backstage/backend-plugin-api';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import {
  kubernetesClusterSupplierExtensionPoint,
  type ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import {
  DEV_CLUSTER_NAME,
  DEV_CLUSTER_TITLE,
  devClusterServiceRef,
} from './devClusterServiceRef';

/** Shows the simulated cluster in the Kubernetes tab, beside the configured clusters. */
export const kubernetesModuleDevCluster = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'dev-cluster',
  register(env) {
    env.registerInit({
      deps: {
        supplier: kubernetesClusterSupplierExtensionPoint,
        devCluster: devClusterServiceRef,
      },
      async init({ supplier, devCluster: { connection } }) {
        if (!connection) {
          return;
        }
        const simulated: ClusterDetails = {
          name: DEV_CLUSTER_NAME,
          title: DEV_CLUSTER_TITLE,
          url: connection.url,
          caData: connection.caData,
          skipMetricsLookup: true,
          authMetadata: {
            [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
            serviceAccountToken: connection.token,
          },
        };
        supplier.addClusterSupplier(async ({ getDefault }) => {
          const configured = await getDefault();
          return {
            getClusters: async options => [
              ...(await configured.getClusters(options)),
              simulated,
            ],
          };
        });
      },
    });
  },
});
