import { Pool } from 'undici';
import type { RawWrite } from './plannedWrites';

/** Where a kind is served: all that a raw client needs to know of Kubernetes. */
const PATHS: Readonly<Record<string, string>> = {
  ResourceQuota: 'resourcequotas',
  LimitRange: 'limitranges',
  ServiceAccount: 'serviceaccounts',
  NetworkPolicy: 'networkpolicies',
  Role: 'roles',
  RoleBinding: 'rolebindings',
};

/** Makes requests as fast as one pool of connections can: no queue, no comparison, no records. */
export class RawClient {
  readonly #pool: Pool;
  readonly #token: string;

  constructor(options: {
    url: string;
    /** PEM. */
    ca: string;
    token: string;
    connections: number;
  }) {
    this.#token = options.token;
    this.#pool = new Pool(options.url, {
      connections: options.connections,
      pipelining: 1,
      connect: { ca: options.ca },
    });
  }

  /** All namespaces, then everything in them, with as many requests in flight as there are connections. */
  async writeAll(writes: readonly RawWrite[]): Promise<void> {
    const namespaces = writes.filter(({ verb }) => verb === 'create');
    const others = writes.filter(({ verb }) => verb !== 'create');
    await Promise.all(namespaces.map(write => this.#write(write)));
    await Promise.all(others.map(write => this.#write(write)));
  }

  /** One write after the other. */
  async writeInSequence(writes: readonly RawWrite[]): Promise<void> {
    for (const write of writes) {
      await this.#write(write);
    }
  }

  /** Reads a whole list, page by page, and parses it; returns how many objects there are. */
  async list(path: string, labelSelector: string): Promise<number> {
    let count = 0;
    let token = '';
    do {
      const query = new URLSearchParams({ limit: '500', labelSelector });
      if (token) {
        query.set('continue', token);
      }
      const text = await this.#request('GET', `${path}?${query}`);
      const page = JSON.parse(text);
      count += page.items.length;
      token = page.metadata.continue ?? '';
    } while (token);
    return count;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #write({ verb, object }: RawWrite): Promise<void> {
    const body = JSON.stringify(object);
    if (verb === 'create') {
      await this.#request('POST', '/api/v1/namespaces?fieldManager=raw', body);
    } else {
      const path = `${pathOf(object)}?fieldManager=raw&force=true`;
      await this.#request('PATCH', path, body);
    }
  }

  async #request(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: string,
  ): Promise<string> {
    const answer = await this.#pool.request({
      method,
      path,
      body,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type':
          method === 'PATCH'
            ? 'application/apply-patch+yaml'
            : 'application/json',
      },
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${answer.statusCode}: ${text}`);
    }
    return text;
  }
}

function pathOf({ apiVersion, kind, metadata }: RawWrite['object']): string {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : '/api/v1';
  return `${base}/namespaces/${metadata.namespace}/${PATHS[kind]}/${metadata.name}`;
}
