import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { kubernetesModuleDevCluster } from './kubernetesModule';
import { workspacesModuleDevCluster } from './workspacesModule';

/** The simulated cluster of a portal without `workspaces.clusters`, for all plugins that use clusters. */
export default createBackendFeatureLoader({
  *loader() {
    yield workspacesModuleDevCluster;
    yield kubernetesModuleDevCluster;
  },
});
