import type { IamMode } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ExtraPrefix, PodIdentityInput } from '../policies';

/** The AWS side of the workspaces of one cluster. */
export interface AwsClusterConfig {
  /** Name of the cluster in `workspaces.clusters`. */
  readonly cluster: string;
  /** Such as `aws`, `aws-cn` or `aws-us-gov`; follows from the region. */
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  /** Host and path of the OIDC issuer of the cluster, without scheme. */
  readonly oidcProvider: string;
  /** Bucket in which each workspace has the prefix `{id}/`. */
  readonly bucket: string;
  /** What can be chosen for a workspace; `none` always can. */
  readonly modes: readonly IamMode[];
  /** Name of managed roles, with `{id}` for the id of the workspace. */
  readonly roleNamePattern: string;
  /** Path of managed roles, which begins and ends with a slash. */
  readonly rolePath: string;
  /** ARN of the policy that bounds managed roles; there is one wherever mode `managed` is available. */
  readonly permissionsBoundary?: string;
  /** Tags of managed roles beside our own. */
  readonly tags: Readonly<Record<string, string>>;
  readonly kmsKeyArn?: string;
  readonly glue: boolean;
  readonly extraPrefixes: readonly ExtraPrefix[];
  readonly podIdentity?: PodIdentityInput;
  /** Address of an emulator, instead of AWS. */
  readonly endpoint?: string;
}
