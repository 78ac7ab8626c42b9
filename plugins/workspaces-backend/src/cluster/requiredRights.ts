import { BOUND_ROLES } from '../objects/roleRules';
import { roleName } from '../objects/role';

/** A right that we need in every cluster. */
export interface RequiredRight {
  /** API group; empty for the core. */
  readonly group: string;
  /** Lower case plural. */
  readonly resource: string;
  readonly verb: string;
  /** The one object that it is needed for; undefined for all. */
  readonly name?: string;
}

const MANAGED_VERBS = ['create', 'delete', 'get', 'list', 'patch', 'watch'];

const MANAGED_RESOURCES = [
  { group: '', resource: 'namespaces' },
  { group: '', resource: 'resourcequotas' },
  { group: '', resource: 'limitranges' },
  { group: '', resource: 'serviceaccounts' },
  { group: 'networking.k8s.io', resource: 'networkpolicies' },
  { group: 'rbac.authorization.k8s.io', resource: 'roles' },
  { group: 'rbac.authorization.k8s.io', resource: 'rolebindings' },
] as const;

/**
 * Every right that our own steps need, and no more; docs/rbac.yaml grants the same. `escalate` and `bind` stand for
 * the rights that the rendered Roles grant: without them we would have to hold each of those ourselves.
 */
export const REQUIRED_RIGHTS: readonly RequiredRight[] = [
  ...MANAGED_RESOURCES.flatMap(resource =>
    MANAGED_VERBS.map(verb => ({ ...resource, verb })),
  ),
  ...BOUND_ROLES.flatMap(role =>
    ['bind', 'escalate'].map(verb => ({
      group: 'rbac.authorization.k8s.io',
      resource: 'roles',
      verb,
      name: roleName(role),
    })),
  ),
];

/** Such as `create namespaces` or `escalate roles.rbac.authorization.k8s.io/workspace-admin`. */
export function describeRight(right: RequiredRight): string {
  const resource = right.group
    ? `${right.resource}.${right.group}`
    : right.resource;
  return `${right.verb} ${resource}${right.name ? `/${right.name}` : ''}`;
}
