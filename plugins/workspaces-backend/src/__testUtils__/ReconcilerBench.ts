import { mockServices } from '@backstage/backend-test-utils';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import knexFactory, { type Knex } from 'knex';
import type { ManagedObjectEvent } from '../cluster';
import { createReconciler } from '../reconciler';
import type { DatabaseWorkspaceStore } from '../store';
import type {
  NewWorkspace,
  PeopleResolver,
  ReconcilerConfig,
  StoredWorkspace,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';
import { createTestStore } from './createTestStore';
import { FakeCluster, registryOf } from './FakeCluster';
import type { FakeStep } from './FakeStep';
import { newWorkspace } from './newWorkspace';
import { untilTrue } from './untilTrue';

const CONFIG: ReconcilerConfig = {
  concurrency: 4,
  writeConcurrency: 8,
  leaseMs: 5_000,
  pollIntervalMs: 20,
  backoffBaseMs: 60_000,
  backoffMaxMs: 60_000,
  attemptsBeforeError: 3,
  resyncIntervalMs: 3_600_000,
  drift: 'heal',
  stuckTerminatingMs: 1_000,
  stepTimeoutMs: 60_000,
};

/** What a {@link ReconcilerBench} is made with. */
export interface ReconcilerBenchOptions {
  readonly steps: readonly FakeStep[];
  readonly config?: Partial<ReconcilerConfig>;
  readonly tracing?: TracingService;
  readonly people?: PeopleResolver;
  /** Wraps the store that the reconciler sees. */
  readonly wrapStore?: (store: WorkspaceStore) => WorkspaceStore;
}

/** A reconciler with fake steps and a fake cluster, on SQLite in memory. */
export class ReconcilerBench {
  readonly store: DatabaseWorkspaceStore;
  readonly cluster = new FakeCluster();
  readonly clusters = registryOf(this.cluster);
  readonly logger = mockServices.logger.mock();
  readonly phases: string[] = [];
  readonly changed: StoredWorkspace[] = [];
  readonly reconciler: ReturnType<typeof createReconciler>['reconciler'];
  readonly planner: ReturnType<typeof createReconciler>['planner'];
  readonly #knex: Knex;
  #onEvent: (event: ManagedObjectEvent) => void = () => {};

  static async create(
    options: ReconcilerBenchOptions,
  ): Promise<ReconcilerBench> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    return new ReconcilerBench(options, knex, await createTestStore(knex));
  }

  private constructor(
    options: ReconcilerBenchOptions,
    knex: Knex,
    store: DatabaseWorkspaceStore,
  ) {
    this.#knex = knex;
    this.store = store;
    const listener: WorkspaceListener = {
      workspaceChanged: workspace => this.changed.push(workspace),
      phaseChanged: ({ phase }, previous) =>
        this.phases.push(`${previous} → ${phase}`),
      workspaceGone: ({ id }) => this.phases.push(`${id} gone`),
    };
    const { reconciler, planner } = createReconciler({
      store: options.wrapStore?.(store) ?? store,
      steps: options.steps,
      clusters: this.clusters,
      membership: { membersOf: async ({ members }) => [...members] },
      people: options.people,
      config: { ...CONFIG, ...options.config },
      listener,
      logger: this.logger,
      random: () => 0.5,
      tracing: options.tracing,
      createWatcher: onEvent => {
        this.#onEvent = onEvent;
        return { start() {}, async stop() {} };
      },
    });
    this.reconciler = reconciler;
    this.planner = planner;
  }

  /** Stores a workspace and has it worked on. */
  async request(
    id = 'alpha',
    fields?: Partial<NewWorkspace>,
  ): Promise<StoredWorkspace> {
    const workspace = await this.store.create(newWorkspace(id, fields), 99);
    this.reconciler.kick();
    return workspace;
  }

  /** Waits until a pass ended that began after a moment; the workspace as it is then. */
  async afterPass(
    id = 'alpha',
    since: string | undefined = undefined,
  ): Promise<StoredWorkspace> {
    return untilTrue(`a pass over ${id}`, async () => {
      const workspace = await this.store.findById(id);
      const { working, due } = await this.store.queueState();
      return workspace?.lastPassAt &&
        workspace.lastPassAt !== since &&
        working + due === 0
        ? workspace
        : undefined;
    });
  }

  /** Makes a workspace due and waits for its pass. */
  async passAgain(id = 'alpha', resetAttempts = false) {
    const before = await this.store.findById(id);
    await this.store.makeDue(before?.uid ?? '', { resetAttempts });
    this.reconciler.kick();
    return this.afterPass(id, before?.lastPassAt);
  }

  /** Tells the reconciler that somebody changed an object with the label of a workspace. */
  objectChanged(workspaceId: string, cluster = this.cluster.name): void {
    this.#onEvent({
      cluster,
      workspaceId,
      identity: { apiVersion: 'v1', kind: 'Namespace', name: workspaceId },
      type: 'MODIFIED',
    });
  }

  async untilGone(id = 'alpha'): Promise<void> {
    await untilTrue(
      `${id} to be gone`,
      async () => (await this.store.findById(id)) === undefined,
    );
  }

  /** What another backend does once the lease of this one expired. */
  async takeOver(uid: string): Promise<void> {
    await this.#knex('workspaces')
      .where({ uid })
      .update({ lease_token: 'another' });
  }

  async activityOf(id = 'alpha'): Promise<Activity[]> {
    const workspace = await this.store.findById(id);
    const { items } = await this.store.listActivity(workspace?.uid ?? '', {
      limit: 50,
    });
    return items.reverse();
  }

  async close(): Promise<void> {
    await this.reconciler.stop();
    await this.#knex.destroy();
  }
}
