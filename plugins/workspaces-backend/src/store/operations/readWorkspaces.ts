import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Knex } from 'knex';
import type { StoredWorkspace } from '../../types';
import { toObjectRecord, toStoredWorkspace } from '../mapping';
import type { MemberRow, ObjectRow, WorkspaceRow } from '../rows';

/** How many values one `in (…)` holds at most, below the limits of either database. */
const CHUNK = 500;

/** What the record of a namespace has in its row. */
const NAMESPACE = { kind: 'Namespace', namespace: '' };

/** Workspaces of rows, in their order, with members and records of namespaces read in two statements. */
export async function readWorkspaces(
  client: Knex,
  rows: readonly WorkspaceRow[],
): Promise<StoredWorkspace[]> {
  const related = await readRelated(client, rows, NAMESPACE);
  return related.map(({ row, members, objects }) =>
    toStoredWorkspace(row, members, objects),
  );
}

/** The same with the records of all objects, in as many statements. */
export async function readWorkspacesWithRecords(
  client: Knex,
  rows: readonly WorkspaceRow[],
): Promise<{ workspace: StoredWorkspace; records: ObjectRecord[] }[]> {
  const related = await readRelated(client, rows, {});
  return related.map(({ row, members, objects }) => ({
    workspace: toStoredWorkspace(row, members, objects.filter(isNamespace)),
    records: objects.map(toObjectRecord),
  }));
}

async function readRelated(
  client: Knex,
  rows: readonly WorkspaceRow[],
  objectsLike: Partial<ObjectRow>,
): Promise<
  { row: WorkspaceRow; members: MemberRow[]; objects: ObjectRow[] }[]
> {
  const members = new Map<string, MemberRow[]>();
  const objects = new Map<string, ObjectRow[]>();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const uids = rows.slice(start, start + CHUNK).map(row => row.uid);
    const [memberRows, objectRows] = await Promise.all([
      client<MemberRow>('workspace_members')
        .whereIn('workspace_uid', uids)
        .orderBy('subject')
        .select('*'),
      client<ObjectRow>('workspace_objects')
        .whereIn('workspace_uid', uids)
        .where(objectsLike)
        .select('*'),
    ]);
    memberRows.forEach(row => append(members, row));
    objectRows.forEach(row => append(objects, row));
  }
  return rows.map(row => ({
    row,
    members: members.get(row.uid) ?? [],
    objects: objects.get(row.uid) ?? [],
  }));
}

function isNamespace({ kind, namespace }: ObjectRow): boolean {
  return kind === NAMESPACE.kind && namespace === NAMESPACE.namespace;
}

function append<TRow extends { workspace_uid: string }>(
  byUid: Map<string, TRow[]>,
  row: TRow,
): void {
  const present = byUid.get(row.workspace_uid);
  if (present) {
    present.push(row);
  } else {
    byUid.set(row.workspace_uid, [row]);
  }
}
