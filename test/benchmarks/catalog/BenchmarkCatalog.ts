import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import createKnex, { type Knex } from 'knex';
import { startPostgres, type Postgres } from '../../src/postgres';

/** The catalog of a portal on PostgreSQL, which takes entities from providers and does not process them. */
export class BenchmarkCatalog {
  readonly #postgres: Postgres;
  readonly #knex: Knex;
  readonly #backend: { stop(): Promise<void> };
  readonly #provider: string;
  /** What the provider tells the catalog through. */
  readonly connection: EntityProviderConnection;
  readonly #schemas: Knex[] = [];

  /** Starts it with a connection for a provider of that name. */
  static async start(provider: string): Promise<BenchmarkCatalog> {
    const postgres = await startPostgres();
    const knex = createKnex({
      client: 'pg',
      connection: postgres.connectionString,
    });
    let connection: EntityProviderConnection | undefined;
    const backend = await startTestBackend({
      features: [
        import('@backstage/plugin-catalog-backend'),
        connectProvider(provider, connected => {
          connection = connected;
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootLogger.factory({ level: 'error' }),
        mockServices.rootConfig.factory({
          data: {
            backend: { database: { client: 'pg' } },
            catalog: { processingInterval: false },
          },
        }),
      ],
    });
    if (!connection) {
      throw new Error('The catalog has not connected the provider');
    }
    return new BenchmarkCatalog({
      postgres,
      knex,
      backend,
      provider,
      connection,
    });
  }

  private constructor(options: {
    postgres: Postgres;
    knex: Knex;
    backend: { stop(): Promise<void> };
    provider: string;
    connection: EntityProviderConnection;
  }) {
    this.#postgres = options.postgres;
    this.#knex = options.knex;
    this.#backend = options.backend;
    this.#provider = options.provider;
    this.connection = options.connection;
  }

  /** How many entities the catalog has of the provider. */
  async count(): Promise<number> {
    const [{ total }] = await this.#knex('refresh_state_references')
      .where({ source_key: this.#provider })
      .count({ total: '*' });
    return Number(total);
  }

  /** Another schema in the database of the catalog, for tables of another plugin. */
  async schema(name: string): Promise<Knex> {
    await this.#knex.raw('create schema ??', [name]);
    const knex = createKnex({
      client: 'pg',
      connection: this.#postgres.connectionString,
      searchPath: [name],
    });
    this.#schemas.push(knex);
    return knex;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#schemas.map(knex => knex.destroy()));
    await this.#backend.stop();
    await this.#knex.destroy();
    await this.#postgres.stop();
  }
}

function connectProvider(
  name: string,
  onConnection: (connection: EntityProviderConnection) => void,
): BackendFeature {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => name,
            connect: async connection => onConnection(connection),
          });
        },
      });
    },
  });
}
