import type { CatalogWorkspace } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A workspace as its backend tells of it. */
export function catalogWorkspace(
  id: string,
  fields: Partial<CatalogWorkspace> = {},
): CatalogWorkspace {
  return {
    id,
    uid: `uid-${id}`,
    displayName: `Workspace ${id}`,
    description: '',
    owner: 'group:default/team-ds',
    cluster: 'local',
    isDefault: false,
    namespaces: [`${id}-notebooks`],
    members: ['user:default/dana', 'user:default/lee'],
    ...fields,
  };
}
