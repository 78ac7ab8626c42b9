import { Pool } from 'undici';
import type {
  ClusterCredentials,
  ClusterEndpoint,
  TlsMaterial,
} from './ClusterEndpoint';

/**
 * Requests at once to one cluster. More than about 32 connections over HTTP/1.1 do not make an API server faster;
 * what is beyond waits here instead of there.
 */
const DEFAULT_CONNECTIONS = 32;

const CONNECT_TIMEOUT_MS = 5_000;

/** Below the minute after which load balancers commonly forget idle connections. */
const KEEP_ALIVE_MS = 50_000;

/** What {@link ClusterConnections} is made from. */
export interface ClusterConnectionsOptions {
  readonly endpoint: ClusterEndpoint;
  /** Requests at once; watches have connections of their own, or they would use up these. */
  readonly connections?: number;
  /** How long an answer may take to begin, and to go on. */
  readonly responseTimeoutMs?: number;
}

/** The kept connections to one cluster, and the credentials they were opened with. */
export class ClusterConnections {
  readonly #options: ClusterConnectionsOptions;
  #tls: TlsMaterial | undefined;
  #requests: Pool | undefined;
  #watches: Pool | undefined;

  constructor(options: ClusterConnectionsOptions) {
    this.#options = options;
  }

  get url(): URL {
    return this.#options.endpoint.url;
  }

  /** Credentials and the pool for a request, or for a watch. */
  async open(
    purpose: 'request' | 'watch',
  ): Promise<{ credentials: ClusterCredentials; pool: Pool }> {
    const credentials = await this.#options.endpoint.credentials();
    if (this.#tls && !sameTls(this.#tls, credentials.tls)) {
      // Open connections stay who they were: a renewed client certificate needs new ones.
      this.close().catch(() => undefined);
    }
    this.#tls = credentials.tls;
    if (purpose === 'watch') {
      this.#watches ??= this.#createPool(credentials.tls, null);
      return { credentials, pool: this.#watches };
    }
    this.#requests ??= this.#createPool(
      credentials.tls,
      this.#options.connections ?? DEFAULT_CONNECTIONS,
    );
    return { credentials, pool: this.#requests };
  }

  /** Told that credentials were not accepted: whether asking again is worth it. */
  renew(rejected: ClusterCredentials): boolean {
    return this.#options.endpoint.renew(rejected);
  }

  /** Lets running requests finish, ends watches, and closes. */
  async close(): Promise<void> {
    const [requests, watches] = [this.#requests, this.#watches];
    this.#requests = undefined;
    this.#watches = undefined;
    await Promise.all([requests?.close(), watches?.destroy()]);
  }

  #createPool(tls: TlsMaterial, connections: number | null): Pool {
    const timeout = this.#options.responseTimeoutMs ?? 30_000;
    return new Pool(this.url.origin, {
      connections,
      pipelining: 1,
      headersTimeout: timeout,
      bodyTimeout: timeout,
      keepAliveTimeout: KEEP_ALIVE_MS,
      allowH2: false,
      connect: {
        ...tls,
        // Said explicitly, because an environment variable could switch it off for the whole process.
        rejectUnauthorized: true,
        timeout: CONNECT_TIMEOUT_MS,
      },
    });
  }
}

function sameTls(one: TlsMaterial, other: TlsMaterial): boolean {
  if (one === other) {
    return true;
  }
  return (
    String(one.ca) === String(other.ca) &&
    String(one.cert) === String(other.cert) &&
    String(one.key) === String(other.key) &&
    one.servername === other.servername
  );
}
