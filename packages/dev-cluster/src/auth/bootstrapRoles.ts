import type { JsonObject } from '@backstage/types';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { groups } from './groups';

const readVerbs = ['get', 'list', 'watch'];
const writeVerbs = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const workloads: readonly JsonObject[] = [
  {
    apiGroups: [''],
    resources: [
      'pods',
      'services',
      'configmaps',
      'persistentvolumeclaims',
      'serviceaccounts',
      'events',
      'limitranges',
      'resourcequotas',
    ],
  },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'] },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'] },
];
const secrets: JsonObject = { apiGroups: [''], resources: ['secrets'] };
const access: JsonObject = {
  apiGroups: [groups.rbac],
  resources: ['roles', 'rolebindings'],
};

function clusterRole(name: string, rules: JsonObject[]): KubernetesObject {
  return {
    apiVersion: `${groups.rbac}/v1`,
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  };
}

function clusterRoleBinding(
  name: string,
  subjectGroups: string[],
): KubernetesObject {
  return {
    apiVersion: `${groups.rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: groups.rbac, kind: 'ClusterRole', name },
    subjects: subjectGroups.map(group => ({
      apiGroup: groups.rbac,
      kind: 'Group',
      name: group,
    })),
  };
}

const discoveryPaths = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/healthz',
  '/livez',
  '/openapi',
  '/openapi/*',
  '/readyz',
  '/version',
  '/version/',
];

/** The roles and bindings that every cluster starts with, as far as they are used here. */
export const bootstrapRoles: readonly KubernetesObject[] = [
  clusterRole('cluster-admin', [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ]),
  clusterRole('admin', [
    ...[...workloads, secrets, access].map(rule => ({
      ...rule,
      verbs: [...readVerbs, ...writeVerbs],
    })),
  ]),
  clusterRole('edit', [
    ...[...workloads, secrets].map(rule => ({
      ...rule,
      verbs: [...readVerbs, ...writeVerbs],
    })),
  ]),
  clusterRole(
    'view',
    workloads.map(rule => ({ ...rule, verbs: readVerbs })),
  ),
  clusterRole('system:basic-user', [
    {
      apiGroups: [groups.authorization],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      verbs: ['create'],
    },
    {
      apiGroups: [groups.authentication],
      resources: ['selfsubjectreviews'],
      verbs: ['create'],
    },
  ]),
  clusterRole('system:discovery', [
    { nonResourceURLs: discoveryPaths, verbs: ['get'] },
  ]),
  clusterRole('system:public-info-viewer', [
    {
      nonResourceURLs: [
        '/healthz',
        '/livez',
        '/readyz',
        '/version',
        '/version/',
      ],
      verbs: ['get'],
    },
  ]),
  clusterRole('system:service-account-issuer-discovery', [
    {
      nonResourceURLs: [
        '/.well-known/openid-configuration',
        '/.well-known/openid-configuration/',
        '/openid/v1/jwks',
        '/openid/v1/jwks/',
      ],
      verbs: ['get'],
    },
  ]),
  clusterRoleBinding('cluster-admin', ['system:masters']),
  clusterRoleBinding('system:basic-user', ['system:authenticated']),
  clusterRoleBinding('system:discovery', ['system:authenticated']),
  clusterRoleBinding('system:public-info-viewer', [
    'system:authenticated',
    'system:unauthenticated',
  ]),
  clusterRoleBinding('system:service-account-issuer-discovery', [
    'system:serviceaccounts',
  ]),
];
