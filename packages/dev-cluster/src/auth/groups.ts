/** API groups with a meaning of their own. */
export const groups = {
  rbac: 'rbac.authorization.k8s.io',
  authorization: 'authorization.k8s.io',
  authentication: 'authentication.k8s.io',
} as const;
