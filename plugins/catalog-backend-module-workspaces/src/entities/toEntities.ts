import type { Entity } from '@backstage/catalog-model';
import type { CatalogWorkspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { RenderOptions } from './commonMetadata';
import { toGroup } from './toGroup';
import { toResource } from './toResource';

/** The entities that stand for a workspace in the catalog. The same workspace gives the same entities. */
export function toEntities(
  workspace: CatalogWorkspace,
  options: RenderOptions,
): Entity[] {
  const resource = toResource(workspace, options);
  const group = toGroup(workspace, options);
  return [...(resource ? [resource] : []), ...(group ? [group] : [])];
}
