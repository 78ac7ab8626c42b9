import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type EntityMeta,
} from '@backstage/catalog-model';
import {
  WORKSPACE_ANNOTATION,
  type CatalogWorkspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What entities say beside the workspace. */
export interface RenderOptions {
  /** Namespace of the Groups that hold members. */
  readonly groupNamespace: string;
  /** Where people open the portal, without a slash at the end. */
  readonly appBaseUrl: string;
}

/** What Resource and Group of a workspace have in common. Nothing of it changes while it is provisioned. */
export function commonMetadata(
  workspace: CatalogWorkspace,
  { appBaseUrl }: RenderOptions,
): Pick<EntityMeta, 'name' | 'annotations' | 'links'> {
  const { id } = workspace;
  const location = `workspaces:${id}`;
  return {
    name: id,
    annotations: {
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
      [WORKSPACE_ANNOTATION]: id,
    },
    links: [
      {
        url: `${appBaseUrl}/workspaces/${encodeURIComponent(id)}`,
        title: 'Team workspace',
        icon: 'dashboard',
      },
    ],
  };
}
