/**
 * Quotas of IAM in characters, white space not counted. Source: IAM and STS quotas in the IAM user guide,
 * "IAM and STS character limits".
 */

/**
 * Trust policy of a role where the account's own quota is not known. The account's is `AssumeRolePolicySizeQuota` of
 * GetAccountSummary; it is never smaller.
 *
 * @public
 */
export const DEFAULT_TRUST_POLICY_QUOTA = 2048;

/** All inline policies of a role together; fixed. @public */
export const INLINE_POLICIES_QUOTA = 10_240;

/** One managed policy; fixed. @public */
export const MANAGED_POLICY_QUOTA = 6144;
