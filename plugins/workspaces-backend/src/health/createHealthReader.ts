import type {
  AuthService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { IamProvider } from '@team-workspaces/backstage-plugin-workspaces-node';
import { readClusterHealth } from '../cluster';
import type { ClusterRegistry, WorkspaceStore } from '../types';
import { HealthReader } from './HealthReader';
import { probeCatalog, probeDatabase, probePlugin } from './probes';

/** Looks at everything that workspaces depend on. */
export function createHealthReader(options: {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly clusters: ClusterRegistry;
  readonly instance: RootInstanceMetadataService;
  readonly store: Pick<WorkspaceStore, 'queueState'>;
  readonly provider: Pick<IamProvider, 'health'>;
}): HealthReader {
  const { auth, catalog, clusters, instance, store, provider } = options;
  return new HealthReader({
    readClusters: () => readClusterHealth(clusters),
    readQueue: () => store.queueState(),
    readIam: () => provider.health(),
    probes: [
      probeDatabase(store),
      probeCatalog(catalog, auth),
      probePlugin({
        instance,
        pluginId: 'signals',
        without: 'Pages notice changes by asking every few seconds.',
      }),
      probePlugin({
        instance,
        pluginId: 'notifications',
        without: 'Groups are not notified of active and failed workspaces.',
      }),
    ],
  });
}
