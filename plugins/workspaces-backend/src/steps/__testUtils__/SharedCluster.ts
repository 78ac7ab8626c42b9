import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { DevCluster } from '@team-workspaces/dev-cluster';
import type { KubernetesClusterClient } from '../../cluster';
import { devClusterClient } from '../../cluster/testing/devClusterClient';
import { sortBy } from 'lodash';
import { identityKey } from '../../plan';
import { createWorkspace } from '../../testing/createWorkspace';
import { ForeignWriter } from './ForeignWriter';
import { StepRunner, type StepRunnerOptions } from './StepRunner';

/** Keys and certificates take their time on a busy machine. */
const START_MS = 60_000;

/** A cluster that the tests of one file share; each test works with a workspace of its own. */
export class SharedCluster {
  readonly dev: DevCluster;
  readonly client: KubernetesClusterClient;
  readonly other: ForeignWriter;
  #workspaces = 0;

  private constructor(dev: DevCluster, client: KubernetesClusterClient) {
    this.dev = dev;
    this.client = client;
    this.other = new ForeignWriter(dev);
  }

  static async start(): Promise<SharedCluster> {
    const dev = await DevCluster.start();
    return new SharedCluster(dev, await devClusterClient(dev));
  }

  /** The steps of a workspace that nobody else uses. */
  createRunner(options: Partial<StepRunnerOptions> = {}): StepRunner {
    this.#workspaces += 1;
    const id = options.workspace?.id ?? `team-${this.#workspaces}`;
    return new StepRunner({
      cluster: this.client,
      ...options,
      workspace: createWorkspace({ ...options.workspace, id }),
    });
  }

  /** Everything in the namespaces of a workspace, and these, in a fixed order. */
  objectsOf({ workspace }: StepRunner): KubernetesObject[] {
    const names = workspace.namespaces.map(({ name }) => name);
    const objects = this.dev.objects().filter(
      ({ metadata: { name, namespace } }) =>
        names.includes(namespace ?? name) &&
        // Made by the cluster itself in each namespace.
        name !== 'default' &&
        name !== 'kube-root-ca.crt',
    ) as KubernetesObject[];
    return sortBy(objects, object => identityKey(object));
  }

  async stop(): Promise<void> {
    await this.other.close();
    await this.client.close();
    await this.dev.stop();
  }
}

/** Starts a cluster before the tests of a block, and stops it behind them. */
export function useDevCluster(): { readonly current: SharedCluster } {
  let cluster: SharedCluster | undefined;
  beforeAll(async () => {
    cluster = await SharedCluster.start();
  }, START_MS);
  afterAll(async () => {
    await cluster?.stop();
  });
  return {
    get current() {
      if (!cluster) {
        throw new Error('The cluster has not been started');
      }
      return cluster;
    },
  };
}
