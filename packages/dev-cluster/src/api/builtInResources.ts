import type { ResourceType } from './ResourceType';

type Description = Partial<ResourceType> &
  Pick<ResourceType, 'kind' | 'resource'>;

function describe(group: string, version: string, description: Description) {
  return {
    group,
    version,
    singular: description.kind.toLowerCase(),
    shortNames: [],
    namespaced: true,
    statusSubresource: false,
    generation: false,
    returnsDeletedObject: false,
    custom: false,
    ...description,
  };
}

const core = (description: Description) => describe('', 'v1', description);
const rbac = (description: Description) =>
  describe('rbac.authorization.k8s.io', 'v1', description);
const apps = (description: Description) => describe('apps', 'v1', description);

/** The kinds that are there without any CustomResourceDefinition. */
export const builtInResources: readonly ResourceType[] = [
  core({
    kind: 'Namespace',
    resource: 'namespaces',
    shortNames: ['ns'],
    namespaced: false,
    statusSubresource: true,
    returnsDeletedObject: true,
  }),
  core({
    kind: 'ServiceAccount',
    resource: 'serviceaccounts',
    shortNames: ['sa'],
    returnsDeletedObject: true,
  }),
  core({ kind: 'Secret', resource: 'secrets' }),
  core({ kind: 'ConfigMap', resource: 'configmaps', shortNames: ['cm'] }),
  core({
    kind: 'Service',
    resource: 'services',
    shortNames: ['svc'],
    statusSubresource: true,
    returnsDeletedObject: true,
  }),
  core({
    kind: 'Pod',
    resource: 'pods',
    shortNames: ['po'],
    statusSubresource: true,
    generation: true,
    returnsDeletedObject: true,
  }),
  core({
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
    shortNames: ['pvc'],
    statusSubresource: true,
    returnsDeletedObject: true,
  }),
  core({
    kind: 'ResourceQuota',
    resource: 'resourcequotas',
    shortNames: ['quota'],
    statusSubresource: true,
    returnsDeletedObject: true,
  }),
  core({ kind: 'LimitRange', resource: 'limitranges', shortNames: ['limits'] }),
  core({ kind: 'Event', resource: 'events', shortNames: ['ev'] }),
  describe('networking.k8s.io', 'v1', {
    kind: 'NetworkPolicy',
    resource: 'networkpolicies',
    shortNames: ['netpol'],
    generation: true,
  }),
  rbac({ kind: 'Role', resource: 'roles' }),
  rbac({ kind: 'RoleBinding', resource: 'rolebindings' }),
  rbac({ kind: 'ClusterRole', resource: 'clusterroles', namespaced: false }),
  rbac({
    kind: 'ClusterRoleBinding',
    resource: 'clusterrolebindings',
    namespaced: false,
  }),
  apps({
    kind: 'Deployment',
    resource: 'deployments',
    shortNames: ['deploy'],
    statusSubresource: true,
    generation: true,
  }),
  apps({
    kind: 'StatefulSet',
    resource: 'statefulsets',
    shortNames: ['sts'],
    statusSubresource: true,
    generation: true,
  }),
  describe('apiextensions.k8s.io', 'v1', {
    kind: 'CustomResourceDefinition',
    resource: 'customresourcedefinitions',
    shortNames: ['crd', 'crds'],
    namespaced: false,
    statusSubresource: true,
    generation: true,
  }),
];
