import type { ObjectKind } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Where the API serves a kind. */
export interface Resource {
  /** Lower case plural, as in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
}

const namespaced = (plural: string): Resource => ({ plural, namespaced: true });
const clusterWide = (plural: string): Resource => ({
  plural,
  namespaced: false,
});

/** Kinds that need no discovery: those we write, and those that every cluster has under the same name. */
const WELL_KNOWN_RESOURCES: Readonly<Record<string, Resource>> = {
  'v1/Namespace': clusterWide('namespaces'),
  'v1/ResourceQuota': namespaced('resourcequotas'),
  'v1/LimitRange': namespaced('limitranges'),
  'v1/ServiceAccount': namespaced('serviceaccounts'),
  'v1/ConfigMap': namespaced('configmaps'),
  'v1/Secret': namespaced('secrets'),
  'v1/Service': namespaced('services'),
  'v1/Pod': namespaced('pods'),
  'v1/PersistentVolumeClaim': namespaced('persistentvolumeclaims'),
  'apps/v1/StatefulSet': namespaced('statefulsets'),
  'apps/v1/Deployment': namespaced('deployments'),
  'networking.k8s.io/v1/NetworkPolicy': namespaced('networkpolicies'),
  'rbac.authorization.k8s.io/v1/Role': namespaced('roles'),
  'rbac.authorization.k8s.io/v1/RoleBinding': namespaced('rolebindings'),
  'rbac.authorization.k8s.io/v1/ClusterRole': clusterWide('clusterroles'),
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': clusterWide(
    'clusterrolebindings',
  ),
  'authorization.k8s.io/v1/SubjectAccessReview': clusterWide(
    'subjectaccessreviews',
  ),
  'authorization.k8s.io/v1/SelfSubjectAccessReview': clusterWide(
    'selfsubjectaccessreviews',
  ),
  'authorization.k8s.io/v1/SelfSubjectRulesReview': clusterWide(
    'selfsubjectrulesreviews',
  ),
  'authentication.k8s.io/v1/SelfSubjectReview':
    clusterWide('selfsubjectreviews'),
  'authentication.k8s.io/v1/TokenReview': clusterWide('tokenreviews'),
  'apiextensions.k8s.io/v1/CustomResourceDefinition': clusterWide(
    'customresourcedefinitions',
  ),
};

/** The resource of a kind that needs no discovery. */
export function wellKnownResource(kind: ObjectKind): Resource | undefined {
  return WELL_KNOWN_RESOURCES[`${kind.apiVersion}/${kind.kind}`];
}

/** The path under which the API serves a version of a group: `/api/v1` for the core, `/apis/…` for the rest. */
export function apiPath(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

/** The path of an object, or of a collection when there is no name. */
export function resourcePath(options: {
  readonly apiVersion: string;
  readonly resource: Resource;
  readonly namespace?: string;
  readonly name?: string;
}): string {
  const segments = [apiPath(options.apiVersion)];
  if (options.resource.namespaced && options.namespace) {
    segments.push('namespaces', encodeURIComponent(options.namespace));
  }
  segments.push(options.resource.plural);
  if (options.name) {
    segments.push(encodeURIComponent(options.name));
  }
  return segments.join('/');
}
