/** How somebody proves who they are: by a bearer token, or by a client certificate (PEM in base64). */
export type Credentials =
  | { readonly token: string }
  | { readonly certData: string; readonly keyData: string };

/** A Kubernetes API that tests run against. */
export interface ClusterUnderTest {
  readonly url: string;
  /** PEM in base64. */
  readonly caData: string;
  readonly adminToken: string;
  kubeconfig(): string;
  addUser(user: {
    name: string;
    groups?: readonly string[];
  }): Promise<Credentials>;
  stop(): Promise<void>;
}
