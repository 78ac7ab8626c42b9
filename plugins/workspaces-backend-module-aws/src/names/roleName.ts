import { InvalidPolicyInput } from '../policies/InvalidPolicyInput';
import { MAX_ROLE_NAME_LENGTH, MAX_ROLE_PATH_LENGTH } from './limits';

/** Role names where nothing else is configured. @public */
export const DEFAULT_ROLE_NAME_PATTERN = 'drls-workspace-{id}';

const PLACEHOLDER = '{id}';
const NAME = /^[A-Za-z0-9_+=,.@-]+$/;
const PATH = /^\/(?:[A-Za-z0-9_+=,.@-]+\/)*$/;

/**
 * Refuses a pattern of role names that has not exactly one `{id}`, has other characters than IAM allows, or is too long
 * for the longest id. Throws InvalidPolicyInput.
 *
 * @public
 */
export function checkRoleNamePattern(
  pattern: string,
  options: { readonly maxIdLength: number },
): void {
  const refuse = (rule: string, message: string) =>
    new InvalidPolicyInput({ field: 'roleNamePattern', rule, message });
  const parts = pattern.split(PLACEHOLDER);
  if (parts.length !== 2) {
    throw refuse('placeholder', `it must have ${PLACEHOLDER} exactly once.`);
  }
  const fixed = parts.join('');
  if (fixed !== '' && !NAME.test(fixed)) {
    throw refuse('pattern', 'IAM allows letters, digits and _+=,.@- only.');
  }
  const longest = fixed.length + options.maxIdLength;
  if (longest > MAX_ROLE_NAME_LENGTH) {
    throw refuse(
      'max-length',
      `with an id of ${options.maxIdLength} characters the name would have ${longest}, and IAM allows ${MAX_ROLE_NAME_LENGTH}.`,
    );
  }
}

/**
 * The name of a workspace's role. Throws InvalidPolicyInput when pattern and id give none that IAM accepts.
 *
 * @public
 */
export function roleName(pattern: string, workspaceId: string): string {
  if (!/^[a-z0-9-]+$/.test(workspaceId)) {
    throw new InvalidPolicyInput({
      field: 'workspaceId',
      rule: 'pattern',
      message: 'it must be lower case letters, digits and hyphens.',
    });
  }
  checkRoleNamePattern(pattern, { maxIdLength: workspaceId.length });
  return pattern.replace(PLACEHOLDER, workspaceId);
}

/** Refuses a path that IAM would not accept for roles. Throws InvalidPolicyInput. @public */
export function checkRolePath(path: string): void {
  if (path.length > MAX_ROLE_PATH_LENGTH || !PATH.test(path) || dotted(path)) {
    throw new InvalidPolicyInput({
      field: 'rolePath',
      rule: 'pattern',
      message: `it must start and end with a slash, and have at most ${MAX_ROLE_PATH_LENGTH} letters, digits and _+=,.@- between slashes.`,
    });
  }
}

/** Whether a path has segments that mean something else to whoever reads it as a file path. */
export function dotted(path: string): boolean {
  return path.split('/').some(part => part === '.' || part === '..');
}
