import { randomBytes } from 'node:crypto';
import { ApiClient } from './ApiClient';
import type { ClusterUnderTest } from './ClusterUnderTest';

/** A cluster with the clients that the contract looks at it through. */
export class ContractSubject {
  readonly #cluster: ClusterUnderTest;
  readonly #clients: ApiClient[] = [];
  /** The administrator. */
  readonly admin: ApiClient;

  constructor(cluster: ClusterUnderTest) {
    this.#cluster = cluster;
    this.admin = this.#keep(
      new ApiClient(cluster, { token: cluster.adminToken }),
    );
  }

  /** A client without credentials. */
  anonymous(): ApiClient {
    return this.#keep(new ApiClient(this.#cluster));
  }

  /** A client with a token of any kind. */
  withToken(token: string): ApiClient {
    return this.#keep(new ApiClient(this.#cluster, { token }));
  }

  /** A client of somebody new. */
  async user(name: string, groups: readonly string[] = []): Promise<ApiClient> {
    const credentials = await this.#cluster.addUser({ name, groups });
    return this.#keep(new ApiClient(this.#cluster, credentials));
  }

  /** A name that nothing else has. */
  newName(prefix = 'contract'): string {
    return `${prefix}-${randomBytes(4).toString('hex')}`;
  }

  /** A new namespace with its ServiceAccount. */
  async newNamespace(): Promise<string> {
    const name = this.newName();
    const { code, body } = await this.admin.post('/api/v1/namespaces', {
      metadata: { name },
    });
    if (code !== 201) throw new Error(String(body.message));
    const path = `/api/v1/namespaces/${name}/serviceaccounts/default`;
    await this.eventually(
      async () => (await this.admin.get(path)).code === 200,
    );
    return name;
  }

  /** Waits until something holds, at most half a minute; always true. */
  async eventually(
    holds: () => Promise<boolean> | boolean,
    what = 'what was waited for',
  ): Promise<true> {
    const deadline = Date.now() + 30_000;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`${what} did not happen`);
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
    return true;
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) await client.close();
    await this.#cluster.stop();
  }

  #keep(client: ApiClient): ApiClient {
    this.#clients.push(client);
    return client;
  }
}

/** One part of the contract: registers its tests. */
export type ContractPart = (subject: () => ContractSubject) => void;
