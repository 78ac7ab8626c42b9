import type { ResourceType } from '../api/ResourceType';
import { configMapStrategy, secretStrategy } from './configuration';
import { customResourceDefinitionStrategy } from './customResourceDefinition';
import type { KindStrategy } from './KindStrategy';
import { limitRangeStrategy } from './limitRange';
import { namespaceStrategy } from './namespace';
import { networkPolicyStrategy } from './networkPolicy';
import { persistentVolumeClaimStrategy } from './persistentVolumeClaim';
import { podStrategy } from './pod';
import { roleBindingStrategy, roleStrategy } from './rbac';
import { resourceQuotaStrategy } from './resourceQuota';
import { serviceStrategy } from './service';
import { deploymentStrategy, statefulSetStrategy } from './workload';

const byKind: { readonly [kind: string]: KindStrategy | undefined } = {
  ClusterRole: roleStrategy,
  ClusterRoleBinding: roleBindingStrategy,
  ConfigMap: configMapStrategy,
  CustomResourceDefinition: customResourceDefinitionStrategy,
  Deployment: deploymentStrategy,
  LimitRange: limitRangeStrategy,
  Namespace: namespaceStrategy,
  NetworkPolicy: networkPolicyStrategy,
  PersistentVolumeClaim: persistentVolumeClaimStrategy,
  Pod: podStrategy,
  ResourceQuota: resourceQuotaStrategy,
  Role: roleStrategy,
  RoleBinding: roleBindingStrategy,
  Secret: secretStrategy,
  Service: serviceStrategy,
  StatefulSet: statefulSetStrategy,
};

/** What is special about a kind; custom kinds have nothing special. */
export function strategyOf(
  type: Pick<ResourceType, 'kind' | 'custom'>,
): KindStrategy {
  return (!type.custom && byKind[type.kind]) || {};
}
