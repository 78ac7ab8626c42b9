import { startPostgres } from '../postgres/postgres.mjs';

export { startPostgres } from '../postgres/postgres.mjs';

/** A throwaway PostgreSQL server. */
export type Postgres = Awaited<ReturnType<typeof startPostgres>>;
