export type * from './PolicyDocument';
export type * from './RolePolicyInput';
