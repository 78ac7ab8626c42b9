import { createBackendModule } from '@backstage/backend-plugin-api';
import { workspacesClusterExtensionPoint } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  DEV_CLUSTER_NAME,
  DEV_CLUSTER_TITLE,
  devClusterServiceRef,
} from './devClusterServiceRef';

/** Lets workspaces be provisioned in the simulated cluster. */
export const workspacesModuleDevCluster = createBackendModule({
  pluginId: 'workspaces',
  moduleId: 'dev-cluster',
  register(env) {
    env.registerInit({
      deps: {
        clusters: workspacesClusterExtensionPoint,
        devCluster: devClusterServiceRef,
      },
      async init({ clusters, devCluster: { connection } }) {
        if (connection) {
          clusters.addCluster({
            name: DEV_CLUSTER_NAME,
            title: DEV_CLUSTER_TITLE,
            simulated: true,
            connection: { type: 'token', ...connection },
          });
        }
      },
    });
  },
});
