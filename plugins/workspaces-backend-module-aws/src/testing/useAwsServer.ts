import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsAccounts, type AwsPlace } from '../client';

/** What somebody asked of AWS. */
export interface AwsQuestion {
  readonly method: string;
  readonly url: string;
  /** Parsed; absent when there was none. */
  readonly body?: unknown;
}

/** What AWS says next. */
export interface AwsReply {
  readonly status: number;
  readonly body: object;
  /** As AWS names an error in its header. */
  readonly code?: string;
}

/** A server in place of AWS for the tests of a file, which replies as it is told and refuses whatever follows. */
export function useAwsServer() {
  const asked: AwsQuestion[] = [];
  const replies: AwsReply[] = [];
  let server: Server;
  let place: AwsPlace;

  beforeEach(async () => {
    asked.length = 0;
    replies.length = 0;
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '' } = request;
      asked.push({ method, url, ...(text && { body: JSON.parse(text) }) });
      const { status, body, code } = replies.shift() ?? {
        status: 404,
        body: {},
        code: 'ResourceNotFoundException',
      };
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(code && { 'x-amzn-errortype': code }),
      });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    place = {
      account: '123456789012',
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${port}`,
    };
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    asked,
    replies,
    place: () => place,
    /** New clients, which remember nothing. */
    accounts: () =>
      new AwsAccounts({
        credentials: {
          getCredentialProvider: async () => ({
            sdkCredentialProvider: async () => ({
              accessKeyId: 'key',
              secretAccessKey: 'secret',
            }),
          }),
        },
      }),
  };
}
