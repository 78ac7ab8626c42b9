import type { Knex } from 'knex';
import type { StoredWorkspace, WorkspaceQuery } from '../../types';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { containing } from '../containing';
import { filterWorkspaces, whereMemberIn } from './filterWorkspaces';
import { readWorkspaces } from './readWorkspaces';

const ORDER_COLUMNS = {
  name: 'workspaces.display_name',
  owner: 'workspaces.owner',
  phase: 'workspaces.phase',
  createdAt: 'workspaces.created_at',
} as const;

/** One page of the workspaces that a query asks for, and how many there are in all. */
export async function listWorkspaces(
  database: StoreDatabase,
  query: WorkspaceQuery,
): Promise<{ items: StoredWorkspace[]; totalItems: number }> {
  const { client } = database;
  const order = query.order ?? 'asc';
  const column = ORDER_COLUMNS[query.orderBy ?? 'name'];
  const rows: WorkspaceRow[] = await matching(database, query)
    .select('workspaces.*')
    .orderByRaw(
      query.orderBy === 'createdAt' ? `?? ${order}` : `lower(??) ${order}`,
      [column],
    )
    .orderBy('workspaces.id', order)
    .limit(query.limit)
    .offset(query.offset);
  const items = await readWorkspaces(client, rows);
  const isLastPage =
    rows.length < query.limit && (rows.length > 0 || query.offset === 0);
  return {
    items,
    totalItems: isLastPage
      ? query.offset + rows.length
      : await countWorkspaces(database, query),
  };
}

/** How many workspaces a query asks for. */
export async function countWorkspaces(
  database: StoreDatabase,
  query: Omit<WorkspaceQuery, 'limit' | 'offset'>,
): Promise<number> {
  const [{ total }] = await matching(database, query).count({ total: '*' });
  return Number(total);
}

function matching(
  database: StoreDatabase,
  query: Omit<WorkspaceQuery, 'limit' | 'offset'>,
): Knex.QueryBuilder {
  const builder = database.client('workspaces');
  const { visible, mine } = query;
  if (visible) {
    builder.andWhere(one => filterWorkspaces(one, visible));
  }
  if (mine) {
    builder.andWhere(one => whereMemberIn(one, mine));
  }
  if (query.attention) {
    builder.andWhere(one =>
      one
        .whereIn('workspaces.phase', ['error', 'degraded'])
        .orWhere('workspaces.expires_at', '<', database.now()),
    );
  }
  if (query.text) {
    builder.andWhereRaw(`workspaces.search_text like ? escape '\\'`, [
      containing(query.text.toLocaleLowerCase('en-US')),
    ]);
  }
  if (query.owners) {
    builder.whereIn('workspaces.owner', [...query.owners]);
  }
  if (query.phases) {
    builder.whereIn('workspaces.phase', [...query.phases]);
  }
  if (query.reason) {
    builder.andWhereRaw(`workspaces.reasons like ? escape '\\'`, [
      containing(`|${query.reason}|`),
    ]);
  }
  return builder;
}
