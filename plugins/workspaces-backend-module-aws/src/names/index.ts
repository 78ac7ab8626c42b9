export * from './limits';
export { formatRoleArn, parseRoleArn, type RoleArn } from './parseRoleArn';
export {
  checkRoleNamePattern,
  checkRolePath,
  DEFAULT_ROLE_NAME_PATTERN,
  roleName,
} from './roleName';
