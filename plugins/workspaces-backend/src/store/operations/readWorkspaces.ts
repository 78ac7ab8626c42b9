import type { Knex } from 'knex';
import type { StoredWorkspace } from '../../types';
import { toStoredWorkspace } from '../mapping';
import type { MemberRow, ObjectRow, WorkspaceRow } from '../rows';

/** How many values one `in (…)` holds at most, below the limits of either database. */
const CHUNK = 500;

/** Workspaces of rows, in their order, with members and records of namespaces read in two statements. */
export async function readWorkspaces(
  client: Knex,
  rows: readonly WorkspaceRow[],
): Promise<StoredWorkspace[]> {
  const members = new Map<string, MemberRow[]>();
  const namespaces = new Map<string, ObjectRow[]>();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const uids = rows.slice(start, start + CHUNK).map(row => row.uid);
    const [memberRows, namespaceRows] = await Promise.all([
      client<MemberRow>('workspace_members')
        .whereIn('workspace_uid', uids)
        .orderBy('subject')
        .select('*'),
      client<ObjectRow>('workspace_objects')
        .whereIn('workspace_uid', uids)
        .where({ kind: 'Namespace', namespace: '' })
        .select('*'),
    ]);
    memberRows.forEach(row => append(members, row));
    namespaceRows.forEach(row => append(namespaces, row));
  }
  return rows.map(row =>
    toStoredWorkspace(
      row,
      members.get(row.uid) ?? [],
      namespaces.get(row.uid) ?? [],
    ),
  );
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
