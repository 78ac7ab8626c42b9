import type { ClusterCredentials } from './ClusterEndpoint';

/** Credentials younger than this are not asked for again, so that a refused identity is no storm of renewals. */
const MIN_RENEWAL_AGE_MS = 5_000;

/** What {@link CachedCredentials} is made from. */
export interface CachedCredentialsOptions {
  /** Obtains credentials; `rejected` says that the API server did not accept the former ones. */
  readonly load: (rejected: boolean) => Promise<ClusterCredentials>;
  /** How long they stay in memory. */
  readonly lifetimeMs: number;
}

/** Keeps credentials for a while, so that they are not read from files or signed for every request. */
export class CachedCredentials {
  readonly #options: CachedCredentialsOptions;
  #loading: Promise<ClusterCredentials> | undefined;
  #current: ClusterCredentials | undefined;
  #loadedAt = 0;
  #rejected = false;

  constructor(options: CachedCredentialsOptions) {
    this.#options = options;
  }

  /** Current credentials; callers that come while they are loaded share the same load. */
  async get(): Promise<ClusterCredentials> {
    const age = Date.now() - this.#loadedAt;
    if (this.#current && age < this.#options.lifetimeMs) {
      return this.#current;
    }
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Whether asking again with what `get` returns next is worth it. */
  renew(rejected: ClusterCredentials): boolean {
    if (this.#current !== rejected) {
      return true;
    }
    if (Date.now() - this.#loadedAt < MIN_RENEWAL_AGE_MS) {
      return false;
    }
    this.#current = undefined;
    this.#rejected = true;
    return true;
  }

  async #load(): Promise<ClusterCredentials> {
    this.#current = await this.#options.load(this.#rejected);
    this.#loadedAt = Date.now();
    this.#rejected = false;
    return this.#current;
  }
}
