/**
 * How to reach the API server of a cluster. Exactly one of the ways is given.
 *
 * @public
 */
export type ClusterConnection =
  | {
      readonly type: 'kubeconfig';
      readonly file: string;
      /** Explicit, so that nobody provisions into whatever context happens to be current. */
      readonly context: string;
    }
  | { readonly type: 'inCluster' }
  | {
      readonly type: 'token';
      readonly url: string;
      /** PEM, base64. */
      readonly caData?: string;
      readonly token: string;
    }
  | {
      readonly type: 'aws';
      readonly url: string;
      /** PEM, base64. */
      readonly caData?: string;
      /** Name of the EKS cluster, which the token is signed for. */
      readonly clusterName: string;
      readonly region: string;
      readonly accountId?: string;
      readonly assumeRole?: string;
      readonly externalId?: string;
    };

/** A cluster that workspaces can be in. @public */
export interface ClusterDefinition {
  readonly name: string;
  readonly title?: string;
  /** Whether it is a simulation on the same machine, which the pages then say. */
  readonly simulated?: boolean;
  readonly connection: ClusterConnection;
  /** Pod, service and node ranges (CIDR), which "outside" rules of network policies leave out. */
  readonly internalCidrs?: readonly string[];
}
