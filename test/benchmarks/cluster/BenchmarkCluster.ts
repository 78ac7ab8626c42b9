import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesClusterClient } from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster';
import { openConnection } from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster/connection';
import type { ClusterClient } from '@team-workspaces/backstage-plugin-workspaces-node';
import { StockClusterClient } from '../clients/StockClusterClient';
import { RawClient } from '../raw/RawClient';
import { ControlPlane } from '../../src/cluster/controlPlane';

/** Name of the one cluster of a benchmark. */
export const CLUSTER = 'benchmark';

/** Requests in flight of the raw client: with more, the API server answers no more of them per second. */
const RAW_CONNECTIONS = 32;

/** What the controller manager makes in every namespace, in this order; afterwards it leaves it alone. */
const LAST_BACKGROUND_OBJECT = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name: 'kube-root-ca.crt',
};

/** A real control plane, with all ways to talk to it that are compared. */
export class BenchmarkCluster {
  readonly #controlPlane: ControlPlane;
  readonly #directory: string;
  readonly ours: KubernetesClusterClient;
  readonly stock: ClusterClient;
  readonly raw: RawClient;

  /** Starts one without any workspace. */
  static async start(): Promise<BenchmarkCluster> {
    const controlPlane = await ControlPlane.start();
    const directory = await mkdtemp(join(tmpdir(), 'workspaces-benchmark-'));
    const kubeconfig = join(directory, 'kubeconfig');
    await writeFile(kubeconfig, controlPlane.kubeconfig(), { mode: 0o600 });
    const { url, caData, adminToken: token } = controlPlane;
    const endpoint = await openConnection({
      cluster: {
        name: CLUSTER,
        connection: { type: 'token', url, caData, token },
      },
      awsCredentialsManager: () => {
        throw new Error('A benchmark has no AWS account');
      },
    });
    return new BenchmarkCluster({
      controlPlane,
      directory,
      ours: new KubernetesClusterClient({ name: CLUSTER, endpoint }),
      stock: await StockClusterClient.create({ name: CLUSTER, kubeconfig }),
      raw: new RawClient({
        url,
        ca: Buffer.from(caData, 'base64').toString(),
        token,
        connections: RAW_CONNECTIONS,
      }),
    });
  }

  private constructor(options: {
    controlPlane: ControlPlane;
    directory: string;
    ours: KubernetesClusterClient;
    stock: ClusterClient;
    raw: RawClient;
  }) {
    this.#controlPlane = options.controlPlane;
    this.#directory = options.directory;
    this.ours = options.ours;
    this.stock = options.stock;
    this.raw = options.raw;
  }

  /** Waits until the controllers are done with namespaces, so that their work is not measured with the next one. */
  async quiet(namespaces: readonly string[]): Promise<void> {
    for (const namespace of namespaces) {
      while (!(await this.ours.get({ ...LAST_BACKGROUND_OBJECT, namespace }))) {
        await delay(20);
      }
    }
  }

  async stop(): Promise<void> {
    await this.ours.close();
    await this.raw.close();
    await this.#controlPlane.stop();
    await rm(this.#directory, { recursive: true });
  }
}
