import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  ClusterError,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  CachedCredentials,
  type CachedCredentialsOptions,
} from './CachedCredentials';
import type { ClusterCredentials, ClusterEndpoint } from './ClusterEndpoint';
import { EKS_TOKEN_LIFETIME_MS, signEksToken } from './eksToken';

/** Token files and plugins are asked again after this long; they keep what is valid longer for themselves. */
const KUBECONFIG_LIFETIME_MS = 30_000;

/** What {@link openConnection} needs. */
export interface OpenConnectionOptions {
  readonly cluster: ClusterDefinition;
  /** Asked only for clusters of type `aws`. */
  readonly awsCredentialsManager: () => AwsCredentialsManager;
}

/**
 * Turns the configured way to a cluster into an endpoint. Certificates are always verified, and plain http is
 * refused: it would hand our credentials to everybody on the way.
 */
export async function openConnection(
  options: OpenConnectionOptions,
): Promise<ClusterEndpoint> {
  const { cluster } = options;
  const { connection } = cluster;
  switch (connection.type) {
    case 'kubeconfig':
    case 'inCluster':
      return openKubeConfig(cluster);
    case 'token':
      return endpoint(cluster, connection.url, {
        lifetimeMs: Number.POSITIVE_INFINITY,
        load: async () => bearer(connection.token, connection.caData),
      });
    case 'aws':
      return endpoint(cluster, connection.url, {
        lifetimeMs: EKS_TOKEN_LIFETIME_MS,
        load: async () =>
          bearer(
            await signEksToken(connection, options.awsCredentialsManager()),
            connection.caData,
          ),
      });
    default:
      throw unusable(cluster, 'the type of its connection is not known');
  }
}

async function openKubeConfig(
  cluster: ClusterDefinition,
): Promise<ClusterEndpoint> {
  let config = await loadKubeConfig(cluster);
  return endpoint(cluster, config.getCurrentCluster()?.server ?? '', {
    lifetimeMs: KUBECONFIG_LIFETIME_MS,
    load: async rejected => {
      if (rejected) {
        // Certificates and tokens inside the file are replaced in place by whoever rotates them.
        config = await loadKubeConfig(cluster);
      }
      return readCredentials(config);
    },
  });
}

async function loadKubeConfig(cluster: ClusterDefinition): Promise<KubeConfig> {
  // An ES module, which a CommonJS package can only import at run time.
  const kubernetes = await import('@kubernetes/client-node');
  const config = new kubernetes.KubeConfig();
  const { connection } = cluster;
  if (connection.type === 'kubeconfig') {
    try {
      config.loadFromFile(connection.file);
    } catch (error) {
      throw unusable(cluster, 'its kubeconfig cannot be read', error);
    }
    config.setCurrentContext(connection.context);
    if (!config.getCurrentCluster() || !config.getCurrentUser()) {
      throw unusable(
        cluster,
        `its kubeconfig has no context "${connection.context}" with a cluster and a user`,
      );
    }
  } else {
    if (!process.env.KUBERNETES_SERVICE_HOST) {
      throw unusable(
        cluster,
        'inCluster is set, but the portal does not run in a cluster',
      );
    }
    config.loadFromCluster();
  }
  refuseUnsafe(cluster, config);
  return config;
}

function refuseUnsafe(cluster: ClusterDefinition, config: KubeConfig): void {
  const target = config.getCurrentCluster();
  if (target?.skipTLSVerify) {
    throw unusable(cluster, 'insecure-skip-tls-verify is not allowed');
  }
  if (target?.proxyUrl) {
    throw unusable(cluster, 'proxy-url is not supported');
  }
  const user = config.getCurrentUser();
  const known = [
    user?.token,
    user?.certData ?? user?.certFile,
    user?.exec,
    user?.authProvider,
    user?.username,
  ];
  if (!known.some(Boolean)) {
    throw unusable(
      cluster,
      'its kubeconfig gives the user neither token, certificate, exec, auth-provider nor username',
    );
  }
}

async function readCredentials(
  config: KubeConfig,
): Promise<ClusterCredentials> {
  const options: RequestOptions & { headers: Record<string, string> } = {
    headers: {},
  };
  await config.applyToHTTPSOptions(options);
  const headers = Object.fromEntries(
    // Token files end in a line break, which a header must not hold.
    Object.entries(options.headers).map(([name, value]) => [
      name,
      value.trim(),
    ]),
  );
  if (options.auth) {
    headers.Authorization = `Basic ${Buffer.from(options.auth).toString(
      'base64',
    )}`;
  }
  return {
    headers,
    tls: {
      ca: pem(options.ca),
      cert: pem(options.cert),
      key: pem(options.key),
      servername: options.servername,
    },
  };
}

function pem(value: RequestOptions['ca'] | RequestOptions['key']) {
  return typeof value === 'string' || Buffer.isBuffer(value)
    ? value
    : undefined;
}

function bearer(token: string, caData: string | undefined): ClusterCredentials {
  return {
    headers: { Authorization: `Bearer ${token.trim()}` },
    tls: caData ? { ca: Buffer.from(caData, 'base64') } : {},
  };
}

function endpoint(
  cluster: ClusterDefinition,
  address: string,
  source: CachedCredentialsOptions,
): ClusterEndpoint {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') {
    throw unusable(cluster, 'the url of its API server is not an https:// URL');
  }
  const cached = new CachedCredentials({
    lifetimeMs: source.lifetimeMs,
    load: async rejected => {
      try {
        return await source.load(rejected);
      } catch (error) {
        throw error instanceof ClusterError
          ? error
          : unusable(cluster, 'credentials for it cannot be obtained', error);
      }
    },
  });
  return {
    url: new URL(address),
    credentials: () => cached.get(),
    renew: rejected => cached.renew(rejected),
  };
}

function unusable(
  cluster: ClusterDefinition,
  why: string,
  cause?: unknown,
): ClusterError {
  return new ClusterError({
    reason: 'ClusterUnauthorized',
    message: `The cluster "${cluster.name}" cannot be used: ${why}.`,
    cause,
  });
}
