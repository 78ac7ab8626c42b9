import { Agent, request } from 'undici';
import type { ClusterUnderTest, Credentials } from './ClusterUnderTest';

/** JSON that tests reach into without asking for types first. */
export interface Body {
  readonly [field: string]: Body;
}

/** The items of a list. */
export function itemsOf(list: Body): Body[] {
  return Array.isArray(list?.items) ? list.items : [];
}

/** The names of the items of a list, in order. */
export function namesOf(list: Body): string[] {
  return itemsOf(list).map(item => String(item.metadata.name));
}

/** What came back, with the body as JSON, or as text where it is none. */
export interface ApiAnswer {
  readonly code: number;
  readonly body: Body;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
}

/** What a request may say besides its method and path. */
export interface RequestOptions {
  readonly body?: object | string;
  readonly contentType?: string;
  readonly accept?: string;
}

/** One line of a watch. */
export interface WatchEvent {
  readonly type: string;
  readonly object: Body;
}

const decode = (data: string) => Buffer.from(data, 'base64').toString();

function parse(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return { text } as unknown as Body;
  }
}

/** Talks HTTP with a cluster as one user. */
export class ApiClient {
  readonly #cluster: ClusterUnderTest;
  readonly #agent: Agent;
  readonly #token: string | undefined;

  constructor(cluster: ClusterUnderTest, credentials?: Credentials) {
    this.#cluster = cluster;
    const certificate =
      credentials && 'certData' in credentials
        ? {
            cert: decode(credentials.certData),
            key: decode(credentials.keyData),
          }
        : {};
    this.#token =
      credentials && 'token' in credentials ? credentials.token : undefined;
    this.#agent = new Agent({
      connect: { ca: decode(cluster.caData), ...certificate },
    });
  }

  async request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options: RequestOptions = {},
  ): Promise<ApiAnswer> {
    const { body, contentType = 'application/json' } = options;
    const { accept = 'application/json' } = options;
    const answer = await request(`${this.#cluster.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        accept,
        ...this.#authorization(),
        ...(body && { 'content-type': contentType }),
        'user-agent': 'contract/1.0',
      },
      body: typeof body === 'object' ? JSON.stringify(body) : body,
    });
    return {
      code: answer.statusCode,
      body: parse(await answer.body.text()),
      headers: answer.headers,
    };
  }

  get(path: string, options?: RequestOptions) {
    return this.request('GET', path, options);
  }

  post(path: string, body: object) {
    return this.request('POST', path, { body });
  }

  put(path: string, body: object) {
    return this.request('PUT', path, { body });
  }

  delete(path: string, body?: object) {
    return this.request('DELETE', path, { body });
  }

  merge(path: string, body: object) {
    const contentType = 'application/merge-patch+json';
    return this.request('PATCH', path, { body, contentType });
  }

  jsonPatch(path: string, body: object[]) {
    const contentType = 'application/json-patch+json';
    return this.request('PATCH', path, { body, contentType });
  }

  apply(
    path: string,
    body: object,
    options: { manager?: string; force?: boolean; dryRun?: boolean } = {},
  ) {
    const { manager = 'one', force, dryRun } = options;
    const query = new URLSearchParams({
      fieldManager: manager,
      ...(force && { force: 'true' }),
      ...(dryRun && { dryRun: 'All' }),
    });
    const contentType = 'application/apply-patch+yaml';
    return this.request('PATCH', `${path}?${query}`, { body, contentType });
  }

  /** The events of a watch, until the server or the reader ends it. */
  async *watch(
    path: string,
    options: { signal: AbortSignal; accept?: string },
  ): AsyncGenerator<WatchEvent> {
    const { signal, accept = 'application/json' } = options;
    const { body } = await request(`${this.#cluster.url}${path}`, {
      dispatcher: this.#agent,
      headers: { accept, ...this.#authorization() },
      signal,
    });
    let rest = '';
    for await (const chunk of body) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) yield JSON.parse(line);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #authorization() {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }
}
