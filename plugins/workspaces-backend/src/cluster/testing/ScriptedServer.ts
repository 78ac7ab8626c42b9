import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a {@link ScriptedServer} got. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Answers one request. */
export type Reply = (
  response: ServerResponse,
  request: RecordedRequest,
) => void;

/** An HTTP server that answers each request by the next reply of a script, and records what it was asked. */
export class ScriptedServer {
  readonly requests: RecordedRequest[] = [];
  readonly #script: Reply[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(error => response.destroy(error));
  });

  static async start(): Promise<ScriptedServer> {
    const server = new ScriptedServer();
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  get url(): URL {
    const { port } = this.#server.address() as AddressInfo;
    return new URL(`http://127.0.0.1:${port}`);
  }

  /** Adds replies to the script. */
  reply(...replies: Reply[]): void {
    this.#script.push(...replies);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const url = new URL(request.url ?? '/', this.url);
    const text = Buffer.concat(chunks).toString();
    const recorded = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    this.requests.push(recorded);
    const reply = this.#script.shift();
    if (!reply) {
      throw new Error(`No reply for ${recorded.method} ${recorded.path}`);
    }
    reply(response, recorded);
  }
}

/** Replies JSON. */
export function json(
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Reply {
  return response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(value));
  };
}

/** Replies a failure as Kubernetes does. */
export function failure(
  code: number,
  reason: string,
  headers?: Record<string, string>,
): Reply {
  return json(
    { kind: 'Status', status: 'Failure', code, reason, message: reason },
    code,
    headers,
  );
}

/** Breaks the connection without an answer. */
export const reset: Reply = response => {
  response.destroy();
};

/** Never answers. */
export const silence: Reply = () => {};
