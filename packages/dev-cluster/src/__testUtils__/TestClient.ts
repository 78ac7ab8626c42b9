import { Agent, request } from 'undici';
import type { DevCluster } from '../DevCluster';

/** An answer with its body as JSON, whatever it is. */
export interface TestAnswer {
  readonly code: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  // Tests look into bodies of every kind.
  readonly body: { readonly [field: string]: unknown };
}

/** Talks with a cluster over HTTPS in the tests of this package. */
export class TestClient {
  readonly #cluster: DevCluster;
  readonly #agent: Agent;

  constructor(cluster: DevCluster) {
    this.#cluster = cluster;
    const ca = Buffer.from(cluster.caData, 'base64').toString();
    this.#agent = new Agent({ connect: { ca } });
  }

  async request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    options: { token?: string; contentType?: string } = {},
  ): Promise<TestAnswer> {
    const { token = this.#cluster.adminToken } = options;
    const { contentType = 'application/json' } = options;
    const answer = await request(`${this.#cluster.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': contentType,
      },
      body: body && JSON.stringify(body),
    });
    return {
      code: answer.statusCode,
      headers: answer.headers,
      body: JSON.parse((await answer.body.text()) || '{}'),
    };
  }

  /** The lines of a watch as far as they came until the server ended it. */
  async watch(
    path: string,
  ): Promise<{ type: string; object: { metadata: { name: string } } }[]> {
    const { body } = await request(`${this.#cluster.url}${path}`, {
      dispatcher: this.#agent,
      headers: { authorization: `Bearer ${this.#cluster.adminToken}` },
    });
    const text = await body.text();
    return text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
