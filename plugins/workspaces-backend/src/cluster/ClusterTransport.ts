import { setTimeout as delay } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { ClusterConnections } from './ClusterConnections';
import type { RequestDescription } from './describeRequest';
import { toResponseError } from './errors';
import { isConnectionReset, toNetworkError } from './networkErrors';
import { parseRetryAfter, waitBeforeRetry } from './retry';

/** A request to the API server. */
export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** What errors say that it was about. */
  readonly about: RequestDescription;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds: number | undefined;
}

/** Makes requests to one cluster, again where that is safe, and turns failures into cluster errors. */
export class ClusterTransport {
  readonly #connections: ClusterConnections;
  readonly #wait: (ms: number, signal?: AbortSignal) => Promise<unknown>;

  constructor(options: {
    connections: ClusterConnections;
    /** Replaced in tests. */
    wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  }) {
    this.#connections = options.connections;
    this.#wait =
      options.wait ?? ((ms, signal) => delay(ms, undefined, { signal }));
  }

  /** The parsed answer. Throws a ClusterError, or the reason of the signal when it aborted. */
  async send<T>(request: ClusterRequest): Promise<T> {
    let waitedMs = 0;
    let renewed = false;
    for (let tries = 1; ; tries++) {
      const { answer, error, renewable } = await this.#try(request);
      if (answer && answer.status < 300) {
        return parseAnswer<T>(request, answer);
      }
      if (answer?.status === 401 && !renewed && renewable()) {
        renewed = true;
        continue;
      }
      const wait = waitBeforeRetry({
        status: answer?.status,
        retryAfterSeconds: answer?.retryAfterSeconds,
        tries,
        waitedMs,
        idempotent: request.method !== 'POST',
      });
      if (wait === undefined || (!answer && !isConnectionReset(error))) {
        throw answer
          ? toResponseError(request.about, answer)
          : toNetworkError(request.about, error);
      }
      await this.#wait(wait, request.signal);
      waitedMs += wait;
    }
  }

  /** The answer as it comes in, for watches; silent for longer than `idleTimeoutMs` is an error. */
  async stream(
    request: ClusterRequest,
    idleTimeoutMs: number,
  ): Promise<Readable> {
    const { credentials, pool } = await this.#connections.open('watch');
    let response: Dispatcher.ResponseData;
    try {
      response = await pool.request({
        ...this.#options(request, credentials.headers),
        bodyTimeout: idleTimeoutMs,
      });
    } catch (error) {
      request.signal?.throwIfAborted();
      throw toNetworkError(request.about, error);
    }
    if (response.statusCode >= 300) {
      if (response.statusCode === 401) {
        this.#connections.renew(credentials);
      }
      throw toResponseError(request.about, await readAnswer(response));
    }
    return response.body;
  }

  /** Closes connections. */
  async close(): Promise<void> {
    await this.#connections.close();
  }

  async #try(request: ClusterRequest): Promise<{
    answer?: Answer;
    error?: unknown;
    renewable: () => boolean;
  }> {
    const { credentials, pool } = await this.#connections.open('request');
    const renewable = () => this.#connections.renew(credentials);
    try {
      const response = await pool.request(
        this.#options(request, credentials.headers),
      );
      return { answer: await readAnswer(response), renewable };
    } catch (error) {
      request.signal?.throwIfAborted();
      return { error, renewable };
    }
  }

  #options(
    request: ClusterRequest,
    credentials: Readonly<Record<string, string>>,
  ): Dispatcher.RequestOptions {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        query.set(name, value);
      }
    }
    const base = this.#connections.url.pathname.replace(/\/+$/, '');
    const search = query.size > 0 ? `?${query}` : '';
    return {
      method: request.method,
      path: `${base}${request.path}${search}`,
      headers: {
        ...credentials,
        accept: request.accept ?? 'application/json',
        'user-agent': 'backstage-workspaces',
        ...(request.body !== undefined && {
          'content-type': request.contentType ?? 'application/json',
        }),
      },
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: request.signal,
    };
  }
}

async function readAnswer(response: Dispatcher.ResponseData): Promise<Answer> {
  return {
    status: response.statusCode,
    body: await response.body.text(),
    retryAfterSeconds: parseRetryAfter(response.headers['retry-after']),
  };
}

function parseAnswer<T>(request: ClusterRequest, answer: Answer): T {
  try {
    return JSON.parse(answer.body) as T;
  } catch {
    // A proxy in front of the API server answers with a page when the server is away.
    throw toResponseError(request.about, { ...answer, status: 502 });
  }
}
