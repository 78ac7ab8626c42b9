/** Everything that the policies of a workspace's role are rendered from. @public */
export interface RolePolicyInput {
  /** Id of the workspace; its prefix in the bucket is `{id}/`. */
  readonly workspaceId: string;
  /** Names of the namespaces whose `user-*` ServiceAccounts may assume the role. At least one. */
  readonly namespaces: readonly string[];
  /** Such as `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
  /** Such as `us-west-2`. */
  readonly region: string;
  /** Host and path of the cluster's OIDC issuer, without scheme: `oidc.eks.us-west-2.amazonaws.com/id/…`. */
  readonly oidcProvider: string;
  /** Name of the bucket, not its ARN. */
  readonly bucket: string;
  /** Key that encrypts the bucket; used through S3 of the region only. */
  readonly kmsKeyArn?: string;
  /** Whether the role may read the shared Glue catalog. */
  readonly glue: boolean;
  /** Prefixes beyond the own one that the platform grants. */
  readonly extraPrefixes?: readonly ExtraPrefix[];
  /** Adds a statement for EKS Pod Identity to the trust policy. */
  readonly podIdentity?: PodIdentityInput;
}

/** A prefix of a bucket that a workspace gets beyond its own. @public */
export interface ExtraPrefix {
  readonly bucket: string;
  /** Key prefix that ends in a slash, such as `shared/reference/`. */
  readonly prefix: string;
  readonly access: 'read' | 'write';
}

/** EKS Pod Identity: one shared ServiceAccount per namespace. @public */
export interface PodIdentityInput {
  readonly clusterName: string;
  readonly clusterArn: string;
  /** Name of the ServiceAccount that the associations name; `workspace` when absent. */
  readonly serviceAccount?: string;
}
