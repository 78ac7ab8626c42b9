import { BOUND_ROLES } from './roleRules';
import { RBAC_GROUP } from './kinds';
import { roleName } from './role';

/** Verbs on a resource, cluster-wide. */
export interface RequiredRight {
  /** Empty for the core group. */
  readonly apiGroup: string;
  /** Plural, such as `resourcequotas`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The only objects that the verbs are needed for; absent for all. */
  readonly resourceNames?: readonly string[];
}

/** What it takes to keep objects of a kind: server-side apply needs `create` and `patch`. */
const MANAGE = ['create', 'delete', 'get', 'list', 'patch', 'watch'];

const ROLE_NAMES = BOUND_ROLES.map(roleName);

/**
 * Every right that the portal's own identity needs in a cluster, and no more: docs/rbac.yaml grants exactly these.
 *
 * `escalate` and `bind` are limited to the three Roles of workspaces. Without them the identity would have to hold
 * itself, in every namespace of the cluster, whatever these Roles grant.
 */
export const REQUIRED_RIGHTS: readonly RequiredRight[] = [
  { apiGroup: '', resource: 'namespaces', verbs: MANAGE },
  { apiGroup: '', resource: 'resourcequotas', verbs: MANAGE },
  { apiGroup: '', resource: 'limitranges', verbs: MANAGE },
  {
    apiGroup: 'networking.k8s.io',
    resource: 'networkpolicies',
    verbs: MANAGE,
  },
  { apiGroup: RBAC_GROUP, resource: 'roles', verbs: MANAGE },
  {
    apiGroup: RBAC_GROUP,
    resource: 'roles',
    verbs: ['bind', 'escalate'],
    resourceNames: ROLE_NAMES,
  },
  { apiGroup: RBAC_GROUP, resource: 'rolebindings', verbs: MANAGE },
];
