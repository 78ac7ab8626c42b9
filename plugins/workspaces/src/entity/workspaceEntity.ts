import type { Entity } from '@backstage/catalog-model';
import {
  WORKSPACE_ANNOTATION,
  WORKSPACE_ENTITY_TYPE,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** The id of the workspace that an entity stands for; undefined for every other entity. */
export function workspaceIdOf(entity: Entity): string | undefined {
  return entity.spec?.type === WORKSPACE_ENTITY_TYPE
    ? entity.metadata.annotations?.[WORKSPACE_ANNOTATION]
    : undefined;
}

/**
 * Whether an entity is the Resource of a team workspace, for the entity page.
 *
 * @public
 */
export function isTeamWorkspace(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    workspaceIdOf(entity) !== undefined
  );
}
