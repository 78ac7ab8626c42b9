import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { createNamespaces } from './createNamespaces';
import type { DevClusterService } from './devClusterServiceRef';

/** What the default workspace stands on: namespaces that are there before the portal is. */
const PREEXISTING_NAMESPACES = ['notebooks', 'drls-clusters', 'drls-pipelines'];

/** Starts the simulated cluster, unless clusters are configured. */
export async function startDevCluster(options: {
  readonly config: RootConfigService;
  readonly lifecycle: RootLifecycleService;
  readonly logger: LoggerService;
  readonly nodeEnv: string | undefined;
}): Promise<DevClusterService> {
  const { config, lifecycle, logger, nodeEnv } = options;
  if (config.getOptionalConfigArray('workspaces.clusters')?.length) {
    return {};
  }
  if (nodeEnv === 'production') {
    throw new Error(
      'No cluster is configured, and the local simulation is refused in production: configure at least one of workspaces.clusters',
    );
  }

  const directory = resolve(
    config.getOptionalString('devCluster.directory') ?? '../../.dev/cluster',
  );
  await mkdir(directory, { recursive: true });
  const cluster = await DevCluster.start({ directory });
  lifecycle.addShutdownHook(() => cluster.stop());

  const connection = {
    url: cluster.url,
    caData: cluster.caData,
    token: cluster.adminToken,
  };
  await createNamespaces({ connection, names: PREEXISTING_NAMESPACES });
  const kubeconfig = join(directory, 'kubeconfig');
  await writeFile(kubeconfig, cluster.kubeconfig(), { mode: 0o600 });
  logger.info(
    `Workspaces go to a simulated cluster at ${cluster.url}, because workspaces.clusters is not configured; look into it with kubectl --kubeconfig ${kubeconfig}`,
  );
  return { connection };
}
