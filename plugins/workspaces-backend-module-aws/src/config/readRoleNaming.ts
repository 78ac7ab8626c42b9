import type { Config } from '@backstage/config';
import { MAX_ID_LENGTH } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  checkRoleNamePattern,
  checkRolePath,
  DEFAULT_ROLE_NAME_PATTERN,
} from '../names';

const DEFAULT_ROLE_PATH = '/team-workspaces/';

/** Reads what managed roles are called, and where. Throws InvalidPolicyInput. */
export function readRoleNaming(config: Config): {
  readonly roleNamePattern: string;
  readonly rolePath: string;
} {
  const roleNamePattern =
    config.getOptionalString('roleNamePattern') ?? DEFAULT_ROLE_NAME_PATTERN;
  checkRoleNamePattern(roleNamePattern, { maxIdLength: MAX_ID_LENGTH });
  const rolePath = config.getOptionalString('rolePath') ?? DEFAULT_ROLE_PATH;
  checkRolePath(rolePath);
  return { roleNamePattern, rolePath };
}
