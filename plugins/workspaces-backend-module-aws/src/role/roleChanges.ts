import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecords,
  PlannedChange,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsRole } from '../client';
import type { RoleUpsert } from './RoleWrite';

/** How roles are called in plans and records, beside the objects of the cluster. */
export const ROLE_KIND = {
  apiVersion: 'iam.amazonaws.com/v1',
  kind: 'Role',
} as const;

/** Whether our record names this very role, and not an earlier one of its name. */
export function isRecorded(
  records: Pick<ObjectRecords, 'find'>,
  { name, id }: Pick<AwsRole, 'name' | 'id'>,
): boolean {
  return records.find({ ...ROLE_KIND, name })?.uid === id;
}

/** A role that is to be made or changed, as plans show it. */
export function toUpsertChange(
  step: string,
  upsert:
    | RoleUpsert
    | { readonly name: string; readonly fields: readonly FieldDifference[] },
  live: AwsRole | undefined,
): PlannedChange {
  const name = 'desired' in upsert ? upsert.desired.name : upsert.name;
  return {
    step,
    action: live ? 'update' : 'create',
    object: { ...ROLE_KIND, name, ...(live && { uid: live.id }) },
    fields: [...upsert.fields],
  };
}

/** A role that is to be deleted, as plans show it. */
export function toDeletion(
  step: string,
  role: { readonly name: string; readonly uid?: string },
): PlannedChange {
  return {
    step,
    action: 'delete',
    object: {
      ...ROLE_KIND,
      name: role.name,
      ...(role.uid && { uid: role.uid }),
    },
    fields: [],
  };
}
