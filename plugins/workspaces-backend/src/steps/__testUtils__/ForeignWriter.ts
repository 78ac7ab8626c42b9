import type {
  KubernetesObject,
  ObjectIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { Pool } from 'undici';

/** Somebody who changes a cluster beside us, as with kubectl. */
export class ForeignWriter {
  readonly #pool: Pool;
  readonly #token: string;

  constructor(cluster: { url: string; caData: string; adminToken: string }) {
    const ca = Buffer.from(cluster.caData, 'base64').toString();
    this.#pool = new Pool(cluster.url, { connect: { ca } });
    this.#token = cluster.adminToken;
  }

  async create(object: KubernetesObject): Promise<KubernetesObject> {
    const { apiVersion, kind, metadata } = object;
    const path = collectionPath({ apiVersion, kind, ...metadata });
    return this.#send('POST', path, object);
  }

  /** Changes some fields; `null` takes one away. */
  async patch(
    identity: ObjectIdentity,
    changes: object,
  ): Promise<KubernetesObject> {
    return this.#send('PATCH', objectPath(identity), changes);
  }

  async delete(identity: ObjectIdentity): Promise<void> {
    await this.#send('DELETE', objectPath(identity));
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #send(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<KubernetesObject> {
    const answer = await this.#pool.request({
      method,
      path: `${path}?fieldManager=kubectl-edit`,
      headers: {
        authorization: `Bearer ${this.#token}`,
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
    return JSON.parse(text);
  }
}

function collectionPath({ apiVersion, kind, namespace }: ObjectIdentity) {
  const base = apiVersion.includes('/') ? 'apis' : 'api';
  const plural = `${kind.toLowerCase().replace(/y$/, 'ie')}s`;
  const within =
    namespace === undefined
      ? ''
      : `/namespaces/${encodeURIComponent(namespace)}`;
  return `/${base}/${apiVersion}${within}/${plural}`;
}

function objectPath(identity: ObjectIdentity): string {
  return `${collectionPath(identity)}/${encodeURIComponent(identity.name)}`;
}
