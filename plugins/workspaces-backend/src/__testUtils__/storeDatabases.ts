import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';

const POSTGRES_VERSIONS = [14, 15, 16, 17, 18];

/** SQLite, and every PostgreSQL that the environment names; none is started through Docker by itself. */
const STORE_DATABASE_IDS: TestDatabaseId[] = [
  'SQLITE_3',
  ...POSTGRES_VERSIONS.filter(
    version =>
      process.env[
        `BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`
      ],
  ).map(version => `POSTGRES_${version}` as TestDatabaseId),
];

/** Databases to test the store on. Call once per file, at the top. */
export function createStoreDatabases(): TestDatabases {
  return TestDatabases.create({ ids: STORE_DATABASE_IDS });
}
