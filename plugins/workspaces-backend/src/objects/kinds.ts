import type { ObjectKind } from '@team-workspaces/backstage-plugin-workspaces-node';

/** API group of roles and role bindings. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Namespaces. */
export const NAMESPACE: ObjectKind = { apiVersion: 'v1', kind: 'Namespace' };

/** Resource quotas. */
export const RESOURCE_QUOTA: ObjectKind = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
};

/** Limit ranges. */
export const LIMIT_RANGE: ObjectKind = { apiVersion: 'v1', kind: 'LimitRange' };

/** ServiceAccounts. */
export const SERVICE_ACCOUNT: ObjectKind = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
};

/** Network policies. */
export const NETWORK_POLICY: ObjectKind = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
};

/** Roles. */
export const ROLE: ObjectKind = {
  apiVersion: `${RBAC_GROUP}/v1`,
  kind: 'Role',
};

/** Role bindings. */
export const ROLE_BINDING: ObjectKind = {
  apiVersion: `${RBAC_GROUP}/v1`,
  kind: 'RoleBinding',
};

/** Every kind that our own steps write. */
export const MANAGED_KINDS: readonly ObjectKind[] = [
  NAMESPACE,
  RESOURCE_QUOTA,
  LIMIT_RANGE,
  SERVICE_ACCOUNT,
  NETWORK_POLICY,
  ROLE,
  ROLE_BINDING,
];
