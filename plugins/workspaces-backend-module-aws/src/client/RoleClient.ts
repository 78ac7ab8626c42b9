import type { PolicyDocument } from '../policies';

/** A role as one read tells it. */
export interface AwsRole {
  readonly name: string;
  readonly arn: string;
  /** Never used again, unlike the name. */
  readonly id: string;
  readonly path: string;
  readonly trust: PolicyDocument;
  readonly boundaryArn?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A role to be made. */
export interface NewRole {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly trust: PolicyDocument;
  readonly boundaryArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A managed policy that is attached to a role. */
export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

/** The quotas of an account. */
export interface AccountQuotas {
  readonly roles: number;
  readonly rolesQuota: number;
  /** Characters of a trust policy. */
  readonly trustPolicyQuota: number;
}

/** An OIDC provider as IAM has it. */
export interface OidcProvider {
  readonly audiences: readonly string[];
}

/** What every request may carry. */
export interface AwsRequestControl {
  readonly signal?: AbortSignal;
}

/**
 * The requests that we make to the IAM of one account. Every method throws an AwsError when AWS refuses, fails or
 * does not answer; names are those of roles and policies, not ARNs, unless said otherwise.
 */
export interface RoleClient {
  readonly account: string;

  /** One request; undefined when there is no such role. */
  getRole(
    name: string,
    control?: AwsRequestControl,
  ): Promise<AwsRole | undefined>;
  /** Undefined when there is no such role or policy. */
  getInlinePolicy(
    role: string,
    policy: string,
    control?: AwsRequestControl,
  ): Promise<PolicyDocument | undefined>;
  listInlinePolicies(
    role: string,
    control?: AwsRequestControl,
  ): Promise<string[]>;
  listAttachedPolicies(
    role: string,
    control?: AwsRequestControl,
  ): Promise<AttachedPolicy[]>;
  /** The default version of a managed policy. */
  getManagedPolicy(
    arn: string,
    control?: AwsRequestControl,
  ): Promise<PolicyDocument>;

  /** Refuses with code `EntityAlreadyExists`. */
  createRole(role: NewRole, control?: AwsRequestControl): Promise<AwsRole>;
  updateTrust(
    role: string,
    trust: PolicyDocument,
    control?: AwsRequestControl,
  ): Promise<void>;
  putBoundary(
    role: string,
    boundaryArn: string,
    control?: AwsRequestControl,
  ): Promise<void>;
  putInlinePolicy(
    role: string,
    policy: string,
    document: PolicyDocument,
    control?: AwsRequestControl,
  ): Promise<void>;
  tagRole(
    role: string,
    tags: Readonly<Record<string, string>>,
    control?: AwsRequestControl,
  ): Promise<void>;
  /** A policy that is not there counts as deleted. */
  deleteInlinePolicy(
    role: string,
    policy: string,
    control?: AwsRequestControl,
  ): Promise<void>;
  /** A role that is not there counts as deleted; refuses with code `DeleteConflict` while policies hang on it. */
  deleteRole(role: string, control?: AwsRequestControl): Promise<void>;

  quotas(control?: AwsRequestControl): Promise<AccountQuotas>;
  /** Undefined when the account has no such provider; `issuer` is without scheme. */
  getOidcProvider(
    arn: string,
    control?: AwsRequestControl,
  ): Promise<OidcProvider | undefined>;
  /** Account and ARN of the identity that asks. */
  callerIdentity(
    control?: AwsRequestControl,
  ): Promise<{ readonly account: string; readonly arn: string }>;
}
