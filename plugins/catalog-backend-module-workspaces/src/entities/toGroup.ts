import type { GroupEntity } from '@backstage/catalog-model';
import {
  WORKSPACE_ENTITY_TYPE,
  type CatalogWorkspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { commonMetadata, type RenderOptions } from './commonMetadata';

/** The Group of the people who belong to a workspace; undefined for the default workspace, which is everybody's. */
export function toGroup(
  workspace: CatalogWorkspace,
  options: RenderOptions,
): GroupEntity | undefined {
  const { displayName, isDefault, members } = workspace;
  if (isDefault) {
    return undefined;
  }
  const title = `${displayName} (team workspace)`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      ...commonMetadata(workspace, options),
      namespace: options.groupNamespace,
      title,
      description: `Everybody who belongs to the team workspace ${displayName}.`,
    },
    spec: {
      type: WORKSPACE_ENTITY_TYPE,
      profile: { displayName: title },
      // Neither above nor below another Group: belonging to a workspace makes nobody a member of a team.
      children: [],
      members: [...members],
    },
  };
}
