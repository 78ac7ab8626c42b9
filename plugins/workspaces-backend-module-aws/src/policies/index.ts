export { checkPolicyInput } from './checkPolicyInput';
export { InvalidPolicyInput } from './InvalidPolicyInput';
export * from './limits';
export { PARTITIONS } from './partitions';
export type * from './PolicyDocument';
export { policySize } from './policySize';
export {
  renderPermissionsPolicy,
  workspacePrefix,
} from './renderPermissionsPolicy';
export {
  oidcProviderArn,
  POD_IDENTITY_SERVICE,
  POD_IDENTITY_SERVICE_ACCOUNT,
  renderTrustPolicy,
  STS_AUDIENCE,
  USER_SERVICE_ACCOUNTS,
} from './renderTrustPolicy';
export type * from './RolePolicyInput';
export { comparePolicies, type StatementDifference } from './comparePolicies';
export {
  normalisePolicy,
  samePolicy,
  type NormalisedPolicy,
  type NormalisedStatement,
} from './normalisePolicy';
