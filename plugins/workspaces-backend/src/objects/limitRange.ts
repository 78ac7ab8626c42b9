import type {
  KubernetesObject,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { QuotaProfileConfig } from '../types';
import { LIMIT_RANGE } from './kinds';
import { OBJECT_NAME, workspaceMetadata } from './metadata';

/**
 * Renders the LimitRange of a namespace, which gives containers without requests and limits such that the quota
 * asks for.
 */
export function renderLimitRange(
  workspace: Workspace,
  namespace: string,
  { container }: QuotaProfileConfig,
): KubernetesObject {
  // The API server fills these in from each other; written out, a comparison finds no difference.
  const limits = { ...container.max, ...container.default };
  const requests = { ...limits, ...container.defaultRequest };
  return {
    ...LIMIT_RANGE,
    metadata: workspaceMetadata(workspace, { name: OBJECT_NAME, namespace }),
    spec: {
      limits: [
        {
          type: 'Container',
          default: limits,
          defaultRequest: requests,
          ...(container.max && { max: container.max }),
        },
      ],
    },
  };
}
