import type { Knex } from 'knex';
import type { StoredWorkspace } from '../../types';
import type { WorkspaceRow } from '../rows';
import { readWorkspaces } from './readWorkspaces';

/** Workspaces by id, those with an id after `after`. */
export async function listById(
  client: Knex,
  page: {
    readonly after?: string;
    readonly ids?: readonly string[];
    readonly limit: number;
  },
): Promise<StoredWorkspace[]> {
  const query = client<WorkspaceRow>('workspaces')
    .select()
    .orderBy('id')
    .limit(page.limit);
  if (page.after !== undefined) {
    query.where('id', '>', page.after);
  }
  if (page.ids) {
    query.whereIn('id', [...page.ids]);
  }
  return readWorkspaces(client, await query);
}
