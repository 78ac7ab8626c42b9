import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogMembershipResolver } from '@team-workspaces/backstage-plugin-workspaces-backend/src/membership/CatalogMembershipResolver';
import { GroupDirectory } from '@team-workspaces/backstage-plugin-workspaces-backend/src/membership/GroupDirectory';
import { createPeople } from '@team-workspaces/backstage-plugin-workspaces-backend/src/people/createPeople';
import { SignInQueue } from '@team-workspaces/backstage-plugin-workspaces-backend/src/people/SignInQueue';
import {
  createReconciler,
  type DefaultReconciler,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/reconciler';
import { createWorkspaceSteps } from '@team-workspaces/backstage-plugin-workspaces-backend/src/steps';
import { DatabaseWorkspaceStore } from '@team-workspaces/backstage-plugin-workspaces-backend/src/store';
import type { ClusterClient } from '@team-workspaces/backstage-plugin-workspaces-node';
import createKnex, { type Knex } from 'knex';
import { CLUSTER } from '../cluster/BenchmarkCluster';
import { startPostgres, type Postgres } from '../../src/postgres';
import { quietLogger } from './quietLogger';
import { CONFIG, newWorkspace } from './workspaces';

/** Often enough not to be measured, and seldom enough not to be felt. */
const LOOK_EVERY_MS = 25;

type People = Awaited<ReturnType<typeof createPeople>>;

/** The sign-ins of a portal, on PostgreSQL, with its queue and its reconciler. */
export class SignInPortal {
  readonly #postgres: Postgres;
  readonly #knex: Knex;
  readonly #store: DatabaseWorkspaceStore;
  readonly #people: People;
  readonly #queue: SignInQueue;
  readonly #reconciler: DefaultReconciler;

  /** Starts it with the Users and Groups of a catalog. */
  static async start(
    cluster: ClusterClient,
    entities: Entity[],
  ): Promise<SignInPortal> {
    const postgres = await startPostgres();
    const knex = createKnex({
      client: 'pg',
      connection: postgres.connectionString,
    });
    const database = { getClient: async () => knex };
    const store = await DatabaseWorkspaceStore.create({ database });
    const groups = new GroupDirectory({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      logger: quietLogger,
    });
    const membership = new CatalogMembershipResolver({
      groups,
      nestedGroups: true,
    });
    const people = await createPeople({
      config: CONFIG,
      database,
      groups,
      membership,
      store,
      logger: quietLogger,
    });
    const definition = {
      name: CLUSTER,
      connection: { type: 'inCluster' },
    } as const;
    const { reconciler } = createReconciler({
      store,
      steps: createWorkspaceSteps(CONFIG),
      clusters: {
        list: () => [definition],
        definition: () => definition,
        client: async () => cluster,
        close: async () => {},
      },
      membership,
      people: people.resolver,
      config: CONFIG.reconciler,
      listener: {
        workspaceChanged: () => {},
        workspaceGone: () => {},
        phaseChanged: () => {},
      },
      logger: quietLogger,
    });
    const queue = new SignInQueue({
      people: people.people,
      handler: people.signIns,
      kick: () => reconciler.kick(),
      logger: quietLogger,
      pollIntervalMs: CONFIG.reconciler.pollIntervalMs,
    });
    await reconciler.start();
    queue.start();
    return new SignInPortal({
      postgres,
      knex,
      store,
      people,
      queue,
      reconciler,
    });
  }

  private constructor(parts: {
    postgres: Postgres;
    knex: Knex;
    store: DatabaseWorkspaceStore;
    people: People;
    queue: SignInQueue;
    reconciler: DefaultReconciler;
  }) {
    this.#postgres = parts.postgres;
    this.#knex = parts.knex;
    this.#store = parts.store;
    this.#people = parts.people;
    this.#queue = parts.queue;
    this.#reconciler = parts.reconciler;
  }

  /** Requests a workspace and waits until no workspace is due or worked on. */
  async request(id: string, owner: string): Promise<void> {
    await this.#store.create(
      { ...newWorkspace(id), owner },
      Number.MAX_SAFE_INTEGER,
    );
    this.#reconciler.kick();
    await this.#settled(async () => 0);
  }

  /** Reports a sign-in as the route does; milliseconds until it would be answered. */
  async report(ref: string): Promise<number> {
    const startedAt = performance.now();
    await this.#people.people.addSignIn(ref);
    const duration = performance.now() - startedAt;
    this.#queue.kick();
    return duration;
  }

  /** Waits until every sign-in was handled and no workspace is due or worked on. */
  async idle(): Promise<void> {
    const { people } = this.#people;
    await this.#settled(async () => (await people.listPending(1)).length);
  }

  async #settled(countPending: () => Promise<number>): Promise<void> {
    for (;;) {
      const [pending, { due, working, waiting }] = await Promise.all([
        countPending(),
        this.#store.queueState(),
      ]);
      if (pending + due + working + waiting === 0) {
        return;
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  async stop(): Promise<void> {
    await this.#queue.stop();
    await this.#reconciler.stop();
    await this.#knex.destroy();
    await this.#postgres.stop();
  }
}
