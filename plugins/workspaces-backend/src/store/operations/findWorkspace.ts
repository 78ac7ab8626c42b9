import type { Knex } from 'knex';
import type { StoredWorkspace } from '../../types';
import type { WorkspaceRow } from '../rows';
import { readWorkspaces } from './readWorkspaces';

/** The workspace with a uid, an id or a role. */
export async function findWorkspace(
  client: Knex,
  where:
    | { readonly uid: string }
    | { readonly id: string }
    | { readonly iam_role_arn: string },
): Promise<StoredWorkspace | undefined> {
  const rows = await client<WorkspaceRow>('workspaces').where(where).select();
  const [workspace] = await readWorkspaces(client, rows);
  return workspace;
}
