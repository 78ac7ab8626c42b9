export { AwsAccounts, type AwsClients, type AwsPlace } from './AwsAccounts';
export { AwsError, hasCode } from './AwsError';
export type * from './AssociationClient';
export type * from './RoleClient';
export type * from './TrailClient';
