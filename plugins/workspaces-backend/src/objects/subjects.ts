import { parseEntityRef } from '@backstage/catalog-model';
import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RbacConfig } from '../types';
import { RBAC_GROUP } from './kinds';
import type { BoundRole } from './roleRules';

/** A subject of a RoleBinding. */
export interface RbacSubject {
  readonly apiGroup: string;
  readonly kind: 'User' | 'Group';
  readonly name: string;
}

/** The subjects of one role, each once and in a fixed order. */
export function renderSubjects(
  members: readonly WorkspaceMember[],
  role: BoundRole,
  config: RbacConfig,
): RbacSubject[] {
  const subjects = new Map<string, RbacSubject>();
  for (const member of members) {
    const subject =
      member.role === role ? renderSubject(member.subject, config) : undefined;
    if (subject) {
      subjects.set(`${subject.kind}:${subject.name}`, subject);
    }
  }
  return [...subjects.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, subject]) => subject);
}

/** How a User or Group is called in the cluster; undefined for one that must not get rights there. */
function renderSubject(
  entityRef: string,
  config: RbacConfig,
): RbacSubject | undefined {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const isGroup = kind.toLowerCase() === 'group';
  if (!isGroup && kind.toLowerCase() !== 'user') {
    return undefined;
  }
  const template = isGroup ? config.groupSubject : config.userSubject;
  // Without its namespace in the name, an entity elsewhere would pass for its namesake in the default namespace.
  if (
    !template.includes('{namespace}') &&
    namespace.toLowerCase() !== 'default'
  ) {
    return undefined;
  }
  const subject = template
    .replaceAll('{namespace}', () => namespace)
    .replaceAll('{name}', () => name);
  // The last line of defence for templates and names that only together make a reserved name.
  if (subject.toLowerCase().startsWith('system:')) {
    return undefined;
  }
  return {
    apiGroup: RBAC_GROUP,
    kind: isGroup ? 'Group' : 'User',
    name: subject,
  };
}
