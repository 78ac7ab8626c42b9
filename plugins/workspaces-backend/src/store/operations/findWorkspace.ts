import type { Knex } from 'knex';
import type { StoredWorkspace } from '../../types';
import type { WorkspaceRow } from '../rows';
import { readWorkspaces } from './readWorkspaces';

/** The workspace with a uid, or with an id. */
export async function findWorkspace(
  client: Knex,
  where: { readonly uid: string } | { readonly id: string },
): Promise<StoredWorkspace | undefined> {
  const rows = await client<WorkspaceRow>('workspaces').where(where).select();
  const [workspace] = await readWorkspaces(client, rows);
  return workspace;
}
