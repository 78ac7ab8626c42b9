import type { AwsRequestControl } from './RoleClient';

/** A request for a role by a ServiceAccount, as CloudTrail has it. */
export interface RoleRequest {
  /** ISO 8601. */
  readonly at: string;
  readonly roleArn: string;
  /** As tokens name it, `system:serviceaccount:{namespace}:{name}`; empty where CloudTrail does not tell. */
  readonly subject: string;
  /** Code and text of the refusal; undefined when the role was given. */
  readonly refusal?: string;
}

/** The requests that we make to the CloudTrail of one account and region. */
export interface TrailClient {
  /**
   * Requests for roles with tokens of ServiceAccounts since a moment, the latest first and no more than some hundreds.
   * Throws an AwsError when AWS refuses, fails or does not answer.
   */
  roleRequests(
    since: Date,
    control?: AwsRequestControl,
  ): Promise<readonly RoleRequest[]>;
}
