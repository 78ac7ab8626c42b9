/** Who the API server has to be, and who we are to it. Buffers and strings are PEM. */
export interface TlsMaterial {
  /** Undefined: the certificate authorities of the system. */
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  /** The name that the certificate must hold, when it is not that of the URL. */
  readonly servername?: string;
}

/** What requests are authenticated with. */
export interface ClusterCredentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsMaterial;
}

/** Where an API server is, and how to authenticate to it. */
export interface ClusterEndpoint {
  /** May have a path, as behind a proxy for several clusters. */
  readonly url: URL;
  /** Current credentials, from memory while they are fresh. */
  credentials(): Promise<ClusterCredentials>;
  /**
   * Told that the API server did not accept credentials. Returns whether asking again is worth it: false when
   * these were obtained a moment ago.
   */
  renew(rejected: ClusterCredentials): boolean;
}
