import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCall, refuse, refuseRole, type AwsAnswer } from './AwsCall';
import { TokenBucket } from './TokenBucket';

/** What goes wrong between us and AWS. Shares are from 0 to 1. */
export interface Faults {
  /** Requests per second that are let through; others are throttled. */
  readonly rate: number;
  /** Requests that may come at once. */
  readonly burst: number;
  /** Share of requests that are answered with 500 or 503, and not carried out. */
  readonly serverErrors: number;
  /** Share of writes that are carried out and never answered. */
  readonly lostAnswers: number;
  /** Share of new roles that nobody knows for a while. */
  readonly slowRoles: number;
  /** How long, in milliseconds. */
  readonly propagationMs: number;
}

/** What the proxy did so far. */
export interface FaultCounts {
  /** Requests that took a token. */
  admitted: number;
  throttled: number;
  serverErrors: number;
  lostAnswers: number;
  /** Roles that were made and are not known for a while. */
  slowRoles: number;
  unknownRoles: number;
  /** Of those that took a token, how many of each kind: `CreateRole` and so on. */
  readonly actions: Record<string, number>;
}

/** Stands before the AWS emulator, and does to our requests what AWS does on a bad day. */
export class FaultProxy {
  readonly counts: FaultCounts = {
    admitted: 0,
    throttled: 0,
    serverErrors: 0,
    lostAnswers: 0,
    slowRoles: 0,
    unknownRoles: 0,
    actions: {},
  };
  readonly #server: Server;
  readonly #target: string;
  readonly #faults: Faults;
  readonly #bucket: TokenBucket;
  readonly #random: () => number;
  /** When roles that spread slowly will be known. */
  readonly #knownFrom = new Map<string, number>();

  static async start(
    target: string,
    faults: Faults,
    random: () => number,
  ): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, faults, random);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(target: string, faults: Faults, random: () => number) {
    this.#target = target;
    this.#faults = faults;
    this.#random = random;
    this.#bucket = new TokenBucket(faults);
    this.#server = createServer(async (request, response) => {
      const answer = await this.#answer(request).catch(
        (error): AwsAnswer => ({
          status: 502,
          headers: {},
          body: String(error),
        }),
      );
      if (answer === 'lost') {
        // The client gives up by itself.
        return;
      }
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(request: IncomingMessage): Promise<AwsAnswer | 'lost'> {
    const body = await read(request);
    const call = readCall(request, body);
    const { action, role } = call;
    if (!this.#bucket.take()) {
      this.counts.throttled += 1;
      return refuse(call, 400, 'Throttling', 'Rate exceeded');
    }
    this.counts.admitted += 1;
    this.counts.actions[action] = (this.counts.actions[action] ?? 0) + 1;
    if (this.#random() < this.#faults.serverErrors) {
      this.counts.serverErrors += 1;
      return this.#random() < 0.5
        ? refuse(call, 500, 'InternalFailure', 'We failed')
        : refuse(call, 503, 'ServiceUnavailable', 'We are busy');
    }
    if (performance.now() < (this.#knownFrom.get(role) ?? 0)) {
      if (action !== 'CreateRole') {
        this.counts.unknownRoles += 1;
        return refuseRole(call);
      }
    }
    const answer = await this.#forward(request, body);
    if (action === 'CreateRole' && answer.status === 200) {
      if (this.#random() < this.#faults.slowRoles) {
        const { propagationMs } = this.#faults;
        this.counts.slowRoles += 1;
        this.#knownFrom.set(role, performance.now() + propagationMs);
      }
    }
    if (call.writes && this.#random() < this.#faults.lostAnswers) {
      this.counts.lostAnswers += 1;
      return 'lost';
    }
    return answer;
  }

  async #forward(request: IncomingMessage, body: string): Promise<AwsAnswer> {
    const {
      host,
      connection,
      'content-length': _,
      ...headers
    } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', this.#target), {
      method: request.method,
      headers: Object.entries(headers).map(
        ([name, value]): [string, string] => [name, String(value)],
      ),
      body: body || undefined,
    });
    const kept = ['content-type', 'x-amzn-errortype'].flatMap(name => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: await answer.text(),
    };
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
