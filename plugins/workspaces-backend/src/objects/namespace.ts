import {
  NETWORK_PROFILE_LABEL,
  QUOTA_PROFILE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { NamespaceConfig } from '../types';
import { NAMESPACE } from './kinds';
import { workspaceMetadata } from './metadata';

const POD_SECURITY = 'pod-security.kubernetes.io';

/** What a namespace is made with. */
export interface NamespaceSettings {
  readonly name: string;
  readonly networkProfile: string;
  readonly podSecurity: NamespaceConfig['podSecurity'];
}

/**
 * Renders a namespace. Pod Security admission enforces the configured standard, and warns of and records
 * whatever would break the strictest one.
 */
export function renderNamespace(
  workspace: Workspace,
  { name, networkProfile, podSecurity }: NamespaceSettings,
): KubernetesObject {
  return {
    ...NAMESPACE,
    metadata: workspaceMetadata(
      workspace,
      { name },
      {
        [NETWORK_PROFILE_LABEL]: networkProfile,
        [QUOTA_PROFILE_LABEL]: workspace.quotaProfile,
        [`${POD_SECURITY}/enforce`]: podSecurity,
        [`${POD_SECURITY}/enforce-version`]: 'latest',
        [`${POD_SECURITY}/audit`]: 'restricted',
        [`${POD_SECURITY}/audit-version`]: 'latest',
        [`${POD_SECURITY}/warn`]: 'restricted',
        [`${POD_SECURITY}/warn-version`]: 'latest',
      },
    ),
  };
}
