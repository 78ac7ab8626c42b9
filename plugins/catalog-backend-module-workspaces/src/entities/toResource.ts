import type { ResourceEntityV1alpha1 } from '@backstage/catalog-model';
import {
  WORKSPACE_ENTITY_TYPE,
  WORKSPACE_LABEL,
  type CatalogWorkspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { DEFAULT_NAMESPACE } from '../config/readProviderConfig';
import { commonMetadata, type RenderOptions } from './commonMetadata';

/** The Resource of a workspace; undefined for a default workspace that nobody owns, which the catalog cannot show. */
export function toResource(
  workspace: CatalogWorkspace,
  options: RenderOptions,
): ResourceEntityV1alpha1 | undefined {
  const { displayName, description, owner } = workspace;
  if (!owner) {
    return undefined;
  }
  const common = commonMetadata(workspace, options);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      ...common,
      namespace: DEFAULT_NAMESPACE,
      title: displayName,
      ...(description && { description }),
      annotations: {
        ...common.annotations,
        ...kubernetesAnnotations(workspace),
      },
    },
    spec: { type: WORKSPACE_ENTITY_TYPE, owner },
  };
}

/** Objects are found by the label that all of ours carry; those of a default workspace are not ours. */
function kubernetesAnnotations({
  id,
  cluster,
  isDefault,
}: CatalogWorkspace): Record<string, string> {
  return isDefault
    ? {}
    : {
        'backstage.io/kubernetes-label-selector': `${WORKSPACE_LABEL}=${id}`,
        'backstage.io/kubernetes-cluster': cluster,
      };
}
