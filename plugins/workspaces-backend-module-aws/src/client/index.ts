export { AwsAccounts, type AwsPlace } from './AwsAccounts';
export { AwsError, hasCode } from './AwsError';
export type * from './RoleClient';
