import { ResponseError } from '@backstage/errors';
import type {
  BackstageUserIdentity,
  DiscoveryApi,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';

/** How long before its end a token is replaced, in milliseconds. */
const RENEWAL_MARGIN = 5 * 60 * 1000;
/** Used when the backend does not say how long a token lasts, in milliseconds. */
const DEFAULT_LIFETIME = 10 * 60 * 1000;

type Session = {
  readonly profile: ProfileInfo;
  readonly backstageIdentity: {
    readonly token: string;
    /** Seconds. */
    readonly expiresInSeconds?: number;
    readonly identity: BackstageUserIdentity;
  };
};

/** The identity of a persona: its token is fetched from the auth backend and renewed before it ends. */
export class PersonaIdentity implements IdentityApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #persona: string;
  readonly #onSignOut: () => void;
  #session: Promise<Session>;
  #renewAt = 0;

  /**
   * Signs in as a persona.
   *
   * @throws ResponseError when the backend does not know the persona, or not yet its catalog user.
   */
  static async signIn(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly persona: string;
    readonly onSignOut: () => void;
  }): Promise<PersonaIdentity> {
    const identity = new PersonaIdentity(options);
    await identity.#session;
    return identity;
  }

  private constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly persona: string;
    readonly onSignOut: () => void;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#persona = options.persona;
    this.#onSignOut = options.onSignOut;
    this.#session = this.#startSession();
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return (await this.#currentSession()).profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return (await this.#currentSession()).backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token: string }> {
    return { token: (await this.#currentSession()).backstageIdentity.token };
  }

  async signOut(): Promise<void> {
    this.#onSignOut();
  }

  #currentSession(): Promise<Session> {
    if (Date.now() >= this.#renewAt) {
      this.#session = this.#startSession();
    }
    return this.#session;
  }

  #startSession(): Promise<Session> {
    // All callers share the request that is under way.
    this.#renewAt = Infinity;
    return this.#fetchSession().then(
      session => {
        const { expiresInSeconds } = session.backstageIdentity;
        const lifetime = expiresInSeconds
          ? expiresInSeconds * 1000 - RENEWAL_MARGIN
          : DEFAULT_LIFETIME;
        this.#renewAt = Date.now() + Math.max(lifetime, 0);
        return session;
      },
      error => {
        this.#renewAt = 0;
        throw error;
      },
    );
  }

  async #fetchSession(): Promise<Session> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('auth');
    const persona = encodeURIComponent(this.#persona);
    const response = await fetch(
      `${baseUrl}/personas/refresh?persona=${persona}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
