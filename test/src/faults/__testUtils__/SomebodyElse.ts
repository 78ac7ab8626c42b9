import type {
  DevCluster,
  KubernetesObject,
} from '@team-workspaces/dev-cluster';
import { Agent, request } from 'undici';

/** Somebody with kubectl, who is not us. */
export class SomebodyElse {
  readonly #cluster: DevCluster;
  readonly #agent: Agent;

  constructor(cluster: DevCluster) {
    this.#cluster = cluster;
    this.#agent = new Agent({
      connect: { ca: Buffer.from(cluster.caData, 'base64').toString() },
    });
  }

  /** Creates a namespace. */
  async createNamespace(
    name: string,
    labels: Record<string, string> = {},
  ): Promise<void> {
    await this.#send('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    });
  }

  /** Changes an object by its path, such as `/api/v1/namespaces/x`. */
  async patch(path: string, patch: object): Promise<void> {
    await this.#send('PATCH', path, patch);
  }

  async delete(path: string): Promise<void> {
    await this.#send('DELETE', path);
  }

  /** A namespace as it is now, to the byte. */
  namespace(name: string): KubernetesObject | undefined {
    return this.#cluster
      .objects()
      .find(
        ({ kind, metadata }) => kind === 'Namespace' && metadata.name === name,
      );
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #send(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<void> {
    const { url, adminToken } = this.#cluster;
    const answer = await request(`${url}${path}?fieldManager=kubectl-edit`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${adminToken}`,
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
    }
  }
}
