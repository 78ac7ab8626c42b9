export { AccountFacts } from './AccountFacts';
export { AwsRoleStep } from './AwsRoleStep';
export { FullReads } from './FullReads';
export { RolePlanner, type ProveRole } from './RolePlanner';
