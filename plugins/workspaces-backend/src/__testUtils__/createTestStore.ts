import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DatabaseWorkspaceStore } from '../store';

/** A store on a database of a test. */
export async function createTestStore(
  knex: Knex,
  options: { readonly clock?: () => number } = {},
): Promise<DatabaseWorkspaceStore> {
  const database: DatabaseService = { getClient: async () => knex };
  return DatabaseWorkspaceStore.create({ database, ...options });
}
