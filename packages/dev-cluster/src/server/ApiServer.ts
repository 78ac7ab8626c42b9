import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { unauthorized } from '../api/errors';
import { anonymous, type UserInfo } from '../auth/UserInfo';
import type { KeyAndCertificate } from './certificates';
import { errorReply, type Reply } from './Reply';

/** One HTTP request, read and authenticated. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  /** The name by which the client reached the server. */
  readonly host: string;
  readonly user: UserInfo;
  readonly accept: string | undefined;
  readonly contentType: string;
  /** The first word of the user agent. */
  readonly agent: string;
  readonly body: string;
  readonly response: ServerResponse;
}

/** Answers a request, or takes over its response and returns nothing. */
export type Handler = (
  request: HttpRequest,
) => Promise<Reply | undefined> | Reply | undefined;

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Sends a complete answer. */
function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(reply.code, {
    'Content-Type': 'application/json',
    ...reply.headers,
  });
  response.end(reply.body);
}

/** HTTPS on one port of this machine. */
export class ApiServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('secureConnection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  static async listen(options: {
    host: string;
    port: number;
    tls: KeyAndCertificate;
    authenticate: (token: string) => UserInfo | undefined;
    handler: Handler;
  }): Promise<ApiServer> {
    const { host, port, tls, authenticate, handler } = options;
    const respond = async (
      message: IncomingMessage,
      response: ServerResponse,
    ): Promise<Reply | undefined> => {
      const body = await readBody(message);
      const token = /^Bearer (.+)$/.exec(message.headers.authorization ?? '');
      const user = token ? authenticate(token[1]) : anonymous;
      if (!user) throw unauthorized();
      return handler({
        method: message.method ?? 'GET',
        url: new URL(message.url ?? '/', 'https://localhost'),
        host: message.headers.host ?? 'localhost',
        user,
        accept: message.headers.accept,
        contentType: message.headers['content-type'] ?? '',
        agent: (message.headers['user-agent'] ?? 'unknown').split('/')[0],
        body,
        response,
      });
    };
    const server = createServer(
      { key: tls.key, cert: tls.certificate },
      (message, response) => {
        respond(message, response)
          .catch(errorReply)
          .then(reply => reply && send(response, reply));
      },
    );
    server.keepAliveTimeout = 60_000;
    const api = new ApiServer(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
    return api;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
