import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { Agent, fetch } from 'undici';
import { parse } from 'yaml';

/** A fault as the simulated cluster takes it. */
export type Fault = Readonly<Record<string, unknown>>;

/** The simulated cluster of a portal, as its administrator sees it. */
export class DevClusterClient {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #token: string;

  private constructor(options: { agent: Agent; url: string; token: string }) {
    this.#agent = options.agent;
    this.#url = options.url;
    this.#token = options.token;
  }

  /** Reads the kubeconfig that a portal writes when it starts its simulation. */
  static async connect(portalDirectory: string): Promise<DevClusterClient> {
    const kubeconfig = parse(
      await readFile(join(portalDirectory, 'cluster', 'kubeconfig'), 'utf8'),
    );
    const [{ cluster }] = kubeconfig.clusters;
    const [{ user }] = kubeconfig.users;
    return new DevClusterClient({
      agent: new Agent({
        connect: {
          ca: Buffer.from(cluster['certificate-authority-data'], 'base64'),
        },
      }),
      url: cluster.server,
      token: user.token,
    });
  }

  /** Replaces the faults that the cluster injects; none makes it well again. */
  async setFaults(faults: readonly Fault[]): Promise<void> {
    await this.#request('PUT', '/_dev/faults', faults);
  }

  async createNamespace(
    name: string,
    metadata: Record<string, unknown> = {},
  ): Promise<KubernetesObject> {
    return this.#request('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, ...metadata },
    });
  }

  async getNamespace(name: string): Promise<KubernetesObject | undefined> {
    return this.#request('GET', `/api/v1/namespaces/${name}`);
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #request(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<KubernetesObject> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status === 404 && method === 'GET') {
      return undefined as never;
    }
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }
}
