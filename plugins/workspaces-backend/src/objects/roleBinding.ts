import type {
  KubernetesObject,
  Workspace,
  WorkspaceMember,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RbacConfig } from '../types';
import { RBAC_GROUP, ROLE, ROLE_BINDING } from './kinds';
import { workspaceMetadata } from './metadata';
import { roleName } from './role';
import type { BoundRole } from './roleRules';
import { renderSubjects } from './subjects';

/** What a RoleBinding is made from. */
export interface RoleBindingSettings {
  readonly namespace: string;
  readonly role: BoundRole;
  readonly members: readonly WorkspaceMember[];
  readonly rbac: RbacConfig;
}

/** Renders the RoleBinding of a role; undefined when nobody has the role. */
export function renderRoleBinding(
  workspace: Workspace,
  { namespace, role, members, rbac }: RoleBindingSettings,
): KubernetesObject | undefined {
  const subjects = renderSubjects(members, role, rbac);
  if (subjects.length === 0) {
    return undefined;
  }
  return {
    ...ROLE_BINDING,
    metadata: workspaceMetadata(workspace, { name: roleName(role), namespace }),
    roleRef: { apiGroup: RBAC_GROUP, kind: ROLE.kind, name: roleName(role) },
    subjects,
  };
}
