/** A rule of a role, in the form of Kubernetes. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Roles of a workspace that have rights in its namespaces; machines have none. */
export const BOUND_ROLES = ['admin', 'user', 'viewer'] as const;

/** One of the roles that have rights in the namespaces. */
export type BoundRole = (typeof BOUND_ROLES)[number];

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'patch', 'update'];

/** Everything a workload consists of, without Secrets, which are never read through the cluster. */
const VIEWER_RULES: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: [
      'configmaps',
      'events',
      'limitranges',
      'persistentvolumeclaims',
      'pods',
      'pods/log',
      'resourcequotas',
      'services',
    ],
    verbs: READ,
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'replicasets', 'statefulsets'],
    verbs: READ,
  },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: READ },
  { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: READ },
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['networkpolicies'],
    verbs: READ,
  },
];

/** What a member works with, and may change. */
const workloadRules = (verbs: readonly string[]): readonly PolicyRule[] => [
  {
    apiGroups: [''],
    resources: ['configmaps', 'persistentvolumeclaims', 'pods', 'services'],
    verbs,
  },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs },
];

const INTERACTION_RULES: readonly PolicyRule[] = [
  {
    // Opened by `create`, and over WebSockets by `get`.
    apiGroups: [''],
    resources: ['pods/attach', 'pods/exec', 'pods/portforward'],
    verbs: ['create', 'get'],
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments/scale', 'statefulsets/scale'],
    verbs: ['get', 'patch', 'update'],
  },
];

const USER_RULES: readonly PolicyRule[] = [
  ...VIEWER_RULES,
  ...workloadRules(WRITE),
  ...INTERACTION_RULES,
];

const ADMIN_RULES: readonly PolicyRule[] = [
  ...VIEWER_RULES,
  // Who leads a team may also clear up after it, and sees who else has rights.
  ...workloadRules(['create', 'delete', 'deletecollection', 'patch', 'update']),
  ...INTERACTION_RULES,
  {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['rolebindings', 'roles'],
    verbs: READ,
  },
];

/**
 * What each role may do in the namespaces of its workspace. None may escalate, bind or impersonate, touch
 * Secrets or ServiceAccounts, or write what keeps the workspace in its bounds: network policies, quota, limits,
 * roles and bindings.
 */
export const ROLE_RULES: Readonly<Record<BoundRole, readonly PolicyRule[]>> = {
  admin: ADMIN_RULES,
  user: USER_RULES,
  viewer: VIEWER_RULES,
};
