export interface Config {
  workspaces?: {
    /** AWS roles of team workspaces. Credentials of accounts are those of the section `aws`. */
    aws?: {
      /**
       * The AWS side of clusters, by their name in `workspaces.clusters`.
       *
       * @visibility backend
       */
      clusters?: {
        [name: string]: {
          /** The twelve digits of the account of roles and bucket, in quotes. */
          account: string;
          region: string;
          /** Host and path of the OIDC issuer of the cluster, without `https://`. */
          oidcProvider: string;
          /** Bucket in which each workspace has the prefix `{id}/`. */
          bucket: string;
          /** What can be chosen for a workspace, beside `none`; `external` by default. */
          modes?: Array<'external' | 'managed' | 'none'>;
          /** Names of managed roles; `drls-workspace-{id}` by default. */
          roleNamePattern?: string;
          /** Path of managed roles; `/team-workspaces/` by default. */
          rolePath?: string;
          /** ARN of the policy that bounds managed roles. Mode `managed` needs it. */
          permissionsBoundary?: string;
          /** Tags of managed roles beside our own. */
          tags?: { [key: string]: string };
          /** ARN of the key that encrypts the bucket. */
          kmsKeyArn?: string;
          /** Whether roles may read the Glue catalog of the account; `false` by default. */
          glue?: boolean;
          /** Prefixes of buckets that every workspace gets. */
          extraPrefixes?: Array<{
            bucket: string;
            /** Ends in a slash. */
            prefix: string;
            /** `read` by default. */
            access?: 'read' | 'write';
          }>;
          /** Lets EKS Pod Identity give roles to pods, too: one shared ServiceAccount and association per namespace. */
          podIdentity?: {
            /** Name of the EKS cluster. */
            clusterName: string;
            /** Name of the shared ServiceAccount, which must not begin with `user-`; `workspace` by default. */
            serviceAccount?: string;
          };
          /** Address of an emulator instead of AWS, for tests. */
          endpoint?: string;
        };
      };
    };
  };
}
