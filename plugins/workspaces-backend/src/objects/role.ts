import type {
  KubernetesObject,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { ROLE } from './kinds';
import { workspaceMetadata } from './metadata';
import { ROLE_RULES, type BoundRole } from './roleRules';

/** Name of the Role, and of its binding, for a role of a workspace. */
export function roleName(role: BoundRole): string {
  return `workspace-${role}`;
}

/** Renders the Role of a namespace for a role of a workspace. */
export function renderRole(
  workspace: Workspace,
  namespace: string,
  role: BoundRole,
): KubernetesObject {
  return {
    ...ROLE,
    metadata: workspaceMetadata(workspace, { name: roleName(role), namespace }),
    rules: ROLE_RULES[role],
  };
}
