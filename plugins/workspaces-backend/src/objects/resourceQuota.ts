import type {
  KubernetesObject,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { QuotaProfileConfig } from '../types';
import { RESOURCE_QUOTA } from './kinds';
import { OBJECT_NAME, workspaceMetadata } from './metadata';

/** Renders the ResourceQuota of a namespace. */
export function renderResourceQuota(
  workspace: Workspace,
  namespace: string,
  profile: QuotaProfileConfig,
): KubernetesObject {
  return {
    ...RESOURCE_QUOTA,
    metadata: workspaceMetadata(workspace, { name: OBJECT_NAME, namespace }),
    spec: { hard: profile.hard },
  };
}
