import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';

jest.setTimeout(60_000);

const databases = createStoreDatabases();
const TABLES = [
  'workspaces',
  'workspace_members',
  'workspace_objects',
  'workspace_activity',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again', async () => {
    const knex = await databases.init(databaseId);
    const directory = resolvePackagePath(
      '@team-workspaces/backstage-plugin-workspaces-backend',
      'migrations',
    );
    const present = async () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));

    await knex.migrate.latest({ directory });
    expect(await present()).toEqual([true, true, true, true]);
    await knex.migrate.rollback({ directory }, true);
    expect(await present()).toEqual([false, false, false, false]);
    await knex.migrate.latest({ directory });
    expect(await present()).toEqual([true, true, true, true]);
  });
});
