import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { PolicyDocument } from '../policies';
import type { DesiredRole } from './DesiredRole';

/** The parts of a role that are written apart from each other. */
export type RolePart = 'trust' | 'permissions' | 'boundary' | 'tags';

/** A role that is to be made, or brought to what it should be. */
export interface RoleUpsert {
  readonly type: 'create' | 'update';
  readonly desired: DesiredRole;
  /** With the statements of others that are there already. */
  readonly trust: PolicyDocument;
  readonly permissions: PolicyDocument;
  /** What differs; everything of a role to be made. Empty when only our record of the role is missing. */
  readonly parts: ReadonlySet<RolePart>;
  readonly fields: readonly FieldDifference[];
}

/** A role that is to be deleted. */
export interface RoleDeletion {
  readonly type: 'delete';
  readonly name: string;
}

/** What a change of a plan does. */
export type RoleWrite = RoleUpsert | RoleDeletion;
