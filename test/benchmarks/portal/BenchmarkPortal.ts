import { setTimeout as delay } from 'node:timers/promises';
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
import { CONFIG, MEMBERS, newWorkspace } from './workspaces';

/** The store, on PostgreSQL, and the reconciler of a portal, without the rest of it. */
export class BenchmarkPortal {
  readonly #postgres: Postgres;
  readonly #knex: Knex;
  readonly #store: DatabaseWorkspaceStore;
  readonly #reconciler: DefaultReconciler;
  readonly #active = new Set<string>();
  #onActive: () => void = () => {};

  static async start(cluster: ClusterClient): Promise<BenchmarkPortal> {
    const postgres = await startPostgres();
    const knex = createKnex({
      client: 'pg',
      connection: postgres.connectionString,
    });
    const store = await DatabaseWorkspaceStore.create({
      database: { getClient: async () => knex },
    });
    const portal = new BenchmarkPortal({ postgres, knex, store, cluster });
    await portal.#reconciler.start();
    return portal;
  }

  private constructor(options: {
    postgres: Postgres;
    knex: Knex;
    store: DatabaseWorkspaceStore;
    cluster: ClusterClient;
  }) {
    this.#postgres = options.postgres;
    this.#knex = options.knex;
    this.#store = options.store;
    const definition = {
      name: CLUSTER,
      connection: { type: 'inCluster' },
    } as const;
    this.#reconciler = createReconciler({
      store: options.store,
      steps: createWorkspaceSteps(CONFIG),
      clusters: {
        list: () => [definition],
        definition: () => definition,
        client: async () => options.cluster,
        close: async () => {},
      },
      membership: { membersOf: async () => [...MEMBERS] },
      config: CONFIG.reconciler,
      listener: {
        workspaceChanged: () => {},
        workspaceGone: () => {},
        phaseChanged: ({ id, phase }) => {
          if (phase === 'active') {
            this.#active.add(id);
            this.#onActive();
          }
        },
      },
      logger: quietLogger,
    }).reconciler;
  }

  /** Requests workspaces and waits until all of them are active; milliseconds. */
  async provision(ids: readonly string[]): Promise<number> {
    const startedAt = performance.now();
    const waiting = new Set(ids);
    const allActive = new Promise<void>(resolve => {
      this.#onActive = () => {
        this.#active.forEach(id => waiting.delete(id));
        this.#active.clear();
        if (waiting.size === 0) {
          resolve();
        }
      };
    });
    for (const id of ids) {
      await this.#store.create(newWorkspace(id), Number.MAX_SAFE_INTEGER);
      this.#reconciler.kick();
    }
    await allActive;
    return performance.now() - startedAt;
  }

  /** Waits until no workspace is due or worked on. */
  async idle(): Promise<void> {
    for (;;) {
      const { due, working } = await this.#store.queueState();
      if (due + working === 0) {
        return;
      }
      await delay(50);
    }
  }

  /** Compares everything with the cluster; milliseconds. Throws when there was a difference. */
  async compare(expected: number): Promise<number> {
    const startedAt = performance.now();
    const result = await this.#reconciler.compare(CLUSTER);
    if (result.compared !== expected || result.different > 0) {
      throw new Error(
        `Compared ${result.compared} workspaces of ${expected}, of which ${result.different} differ`,
      );
    }
    return performance.now() - startedAt;
  }

  async stop(): Promise<void> {
    await this.#reconciler.stop();
    await this.#knex.destroy();
    await this.#postgres.stop();
  }
}
