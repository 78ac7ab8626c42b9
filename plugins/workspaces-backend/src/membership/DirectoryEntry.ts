import {
  ANNOTATION_ORIGIN_LOCATION,
  getCompoundEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  WORKSPACE_ANNOTATION,
  WORKSPACE_ENTITY_TYPE,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What {@link toDirectoryEntry} needs of an entity. */
export const DIRECTORY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.profile',
  'spec.type',
  'relations',
];

/** A User or Group of the catalog. Entity refs are lower case; those in relations may lead to what does not count. */
export interface DirectoryEntry {
  readonly ref: string;
  readonly title: string;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly members: readonly string[];
  /** Groups that a User is a direct member of. */
  readonly memberOf: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** An entity as an entry. */
export function toDirectoryEntry(ref: string, entity: Entity): DirectoryEntry {
  const related = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
  return {
    ref,
    title: titleOf(entity),
    parents: related(RELATION_CHILD_OF),
    children: related(RELATION_PARENT_OF),
    members: related(RELATION_HAS_MEMBER),
    memberOf: related(RELATION_MEMBER_OF),
    annotations: entity.metadata.annotations ?? {},
  };
}

/** Where the catalog has an entity from; empty for entities that do not say. */
export function originOf(entity: Entity): string {
  return entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
}

/** Whether the entity is the Group that the catalog has of a workspace: its members come from there, in a circle. */
export function isGroupOfWorkspace(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'group' &&
    entity.spec?.type === WORKSPACE_ENTITY_TYPE &&
    entity.metadata.annotations?.[WORKSPACE_ANNOTATION] !== undefined
  );
}

/**
 * Whether nothing gives the catalog the entity any more, and it waits to be deleted. Its location may be gone already,
 * and with it what told that somebody registered it.
 */
export function isOrphan(entity: Entity): boolean {
  return entity.metadata.annotations?.['backstage.io/orphan'] === 'true';
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  if (typeof displayName === 'string' && displayName) {
    return displayName;
  }
  return (
    entity.metadata.title ??
    entity.metadata.name ??
    stringifyEntityRef(getCompoundEntityRef(entity))
  );
}
