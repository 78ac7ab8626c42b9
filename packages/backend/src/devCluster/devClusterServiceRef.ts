import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { startDevCluster } from './startDevCluster';

/** How the simulated cluster is known to the portal. */
export const DEV_CLUSTER_NAME = 'dev-cluster';
export const DEV_CLUSTER_TITLE = 'Local simulation';

/** Where the simulated cluster answers. */
export type DevClusterConnection = {
  readonly url: string;
  /** Certificate authority, PEM in base64. */
  readonly caData: string;
  /** Bearer token of an administrator. */
  readonly token: string;
};

/** The simulated cluster of a portal that has no other. */
export type DevClusterService = {
  /** Absent when clusters are configured. */
  readonly connection?: DevClusterConnection;
};

/** One simulated cluster for all plugins of this backend, started when the first of them asks. */
export const devClusterServiceRef = createServiceRef<DevClusterService>({
  id: 'backend.devCluster',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.rootLogger,
      },
      factory: ({ config, lifecycle, logger }) =>
        startDevCluster({
          config,
          lifecycle,
          logger,
          nodeEnv: process.env.NODE_ENV,
        }),
    }),
});
