import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { FaultRule, RecordedWrite } from '@team-workspaces/dev-cluster';
import { Agent, fetch } from 'undici';
import { parse } from 'yaml';

class RefusedError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

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

  /** Breaks every connection of the portal, as a cluster does that is away. */
  async goDown(): Promise<void> {
    await this.#setFaults([{ effect: { type: 'down' } }]);
  }

  /** Has each write take so many milliseconds longer. */
  async slowDown(milliseconds: number): Promise<void> {
    await this.#setFaults([
      {
        verbs: ['create', 'patch', 'update', 'delete'],
        effect: { type: 'delay', milliseconds },
      },
    ]);
  }

  /** Refuses every write of a kind, as a cluster does where the portal lacks a right. */
  async refuse(resource: string): Promise<void> {
    await this.#setFaults([
      {
        verbs: ['create', 'patch', 'update', 'delete'],
        resource,
        effect: { type: 'status', code: 403 },
      },
    ]);
  }

  /** Makes the cluster well again. */
  async recover(): Promise<void> {
    await this.#setFaults([]);
  }

  async createNamespace(
    name: string,
    metadata: Record<string, unknown> = {},
  ): Promise<KubernetesObject> {
    return this.#request<KubernetesObject>('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, ...metadata },
    });
  }

  async getNamespace(name: string): Promise<KubernetesObject | undefined> {
    return this.get(`/api/v1/namespaces/${name}`);
  }

  /** An object by its path, such as `/api/v1/namespaces/a/serviceaccounts/b`; undefined when it is not there. */
  async get(path: string): Promise<KubernetesObject | undefined> {
    try {
      return await this.#request<KubernetesObject>('GET', path);
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  /** Objects by the path of their list, such as `/api/v1/namespaces/a/serviceaccounts`. */
  async list(path: string): Promise<KubernetesObject[]> {
    const { items } = await this.#request<{ items: KubernetesObject[] }>(
      'GET',
      path,
    );
    return items;
  }

  /** Every write that changed something in some namespaces, in order. */
  async listChanges(namespaces: readonly string[]): Promise<RecordedWrite[]> {
    const { writes } = await this.#request<{ writes: RecordedWrite[] }>(
      'GET',
      '/_dev/writes',
    );
    return writes.filter(({ namespace }) => namespaces.includes(namespace));
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #setFaults(rules: readonly FaultRule[]): Promise<void> {
    await this.#request<void>('PUT', '/_dev/faults', rules);
  }

  async #request<T>(method: string, path: string, body?: unknown): Promise<T> {
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
    if (!response.ok) {
      throw new RefusedError(`${method} ${path}: ${text}`, response.status);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
