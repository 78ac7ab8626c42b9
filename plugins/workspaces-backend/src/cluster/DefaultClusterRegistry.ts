import type { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  ClusterError,
  type ClusterClient,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ClusterRegistry } from '../types';
import { openConnection } from './connection';
import { KubernetesClusterClient } from './KubernetesClusterClient';

/** What {@link DefaultClusterRegistry} is made from. */
export interface DefaultClusterRegistryOptions {
  readonly clusters: readonly ClusterDefinition[];
  /** The root of the configuration, whose `aws` section says how to sign in to AWS. */
  readonly config: Config;
}

/** The configured clusters; each client is made when it is first asked for. */
export class DefaultClusterRegistry implements ClusterRegistry {
  readonly #clusters: readonly ClusterDefinition[];
  readonly #config: Config;
  readonly #clients = new Map<string, Promise<KubernetesClusterClient>>();
  #awsCredentialsManager: DefaultAwsCredentialsManager | undefined;

  constructor(options: DefaultClusterRegistryOptions) {
    this.#clusters = options.clusters;
    this.#config = options.config;
  }

  list(): readonly ClusterDefinition[] {
    return this.#clusters;
  }

  definition(name: string): ClusterDefinition | undefined {
    return this.#clusters.find(cluster => cluster.name === name);
  }

  async client(name: string): Promise<ClusterClient> {
    const cluster = this.definition(name);
    if (!cluster) {
      throw new ClusterError({
        reason: 'ClusterNotConfigured',
        message: `The cluster "${name}" is not in workspaces.clusters.`,
      });
    }
    let client = this.#clients.get(name);
    if (!client) {
      client = this.#open(cluster);
      this.#clients.set(name, client);
      // What could not be opened is opened again when it is next asked for.
      client.catch(() => this.#clients.delete(name));
    }
    return client;
  }

  async close(): Promise<void> {
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    const opened = await Promise.allSettled(clients);
    await Promise.all(
      opened.map(result =>
        result.status === 'fulfilled' ? result.value.close() : undefined,
      ),
    );
  }

  async #open(cluster: ClusterDefinition): Promise<KubernetesClusterClient> {
    const endpoint = await openConnection({
      cluster,
      awsCredentialsManager: () => {
        this.#awsCredentialsManager ??= DefaultAwsCredentialsManager.fromConfig(
          this.#config,
        );
        return this.#awsCredentialsManager;
      },
    });
    return new KubernetesClusterClient({ name: cluster.name, endpoint });
  }
}
