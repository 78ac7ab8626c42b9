import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { KubernetesClusterClient } from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster';
import { openConnection } from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster/connection';
import { readWorkspacesConfig } from '@team-workspaces/backstage-plugin-workspaces-backend/src/config';
import { createReconciler } from '@team-workspaces/backstage-plugin-workspaces-backend/src/reconciler';
import { createWorkspaceSteps } from '@team-workspaces/backstage-plugin-workspaces-backend/src/steps';
import { DatabaseWorkspaceStore } from '@team-workspaces/backstage-plugin-workspaces-backend/src/store';
import type {
  NewWorkspace,
  PeopleResolver,
  ReconcilerConfig,
  StoredWorkspace,
  WorkspacesConfig,
  WorkspaceStore,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/types';
import type { ClusterDefinition } from '@team-workspaces/backstage-plugin-workspaces-node';
import knexFactory, { type Knex } from 'knex';
import { eventually } from './eventually';
import { KillSwitch } from './KillSwitch';

/** Short times, so that hundreds of failures fit into a test. */
const FAST: Partial<ReconcilerConfig> = {
  leaseMs: 2_000,
  pollIntervalMs: 25,
  backoffBaseMs: 1,
  backoffMaxMs: 5,
  attemptsBeforeError: 1_000,
  resyncIntervalMs: 3_600_000,
};

/** Every User among the members has signed in. */
const EVERYBODY: PeopleResolver = {
  peopleOf: async members =>
    members
      .filter(({ subject }) => subject.startsWith('user:'))
      .map(({ subject, role }) => ({
        ref: subject,
        role,
        subject,
        serviceAccount: `user-${subject.split('/')[1]}`,
      })),
  snapshot: async () => EVERYBODY,
};

const NO_WATCHER = { start: () => undefined, stop: async () => undefined };

/** A reconciler as one backend process runs it. */
export type Replica = ReturnType<typeof createReconciler> & {
  readonly killSwitch: KillSwitch;
};

/** A Kubernetes API that replicas work with. */
export interface StageCluster {
  readonly url: string;
  /** PEM in base64. */
  readonly caData: string;
  readonly adminToken: string;
  stop(): Promise<void>;
}

/** What a stage is made from. */
export interface StageParts<TCluster extends StageCluster> {
  readonly cluster: TCluster;
  readonly client: KubernetesClusterClient;
  readonly store: DatabaseWorkspaceStore;
  /** What else ends with the stage. */
  readonly close: () => Promise<void>;
}

/** One cluster and one database, on which any number of backends run. */
export class PortalStage<TCluster extends StageCluster> {
  readonly cluster: TCluster;
  readonly store: DatabaseWorkspaceStore;
  /** Of the test itself: it works on when replicas are killed. */
  readonly client: KubernetesClusterClient;
  readonly config: WorkspacesConfig;
  readonly #close: () => Promise<void>;
  readonly #replicas: Replica[] = [];

  /** Connects a cluster with a database: SQLite in memory unless one is given, which then stays open. */
  static async connect<TCluster extends StageCluster>(
    cluster: TCluster,
    knex?: Knex,
  ): Promise<StageParts<TCluster>> {
    const client = new KubernetesClusterClient({
      name: 'local',
      endpoint: await openConnection({
        cluster: definitionOf(cluster),
        awsCredentialsManager: () => {
          throw new Error('There is no AWS here.');
        },
      }),
      wait: async () => undefined,
    });
    const database = knex ?? createKnex();
    const store = await DatabaseWorkspaceStore.create({
      database: { getClient: async () => database },
    });
    return {
      cluster,
      client,
      store,
      close: async () => (knex ? undefined : database.destroy()),
    };
  }

  constructor(parts: StageParts<TCluster>) {
    this.cluster = parts.cluster;
    this.store = parts.store;
    this.client = parts.client;
    this.#close = parts.close;
    this.config = readWorkspacesConfig(new ConfigReader({ workspaces: {} }));
  }

  /** A new backend process, not started yet. */
  createReplica(
    options: {
      readonly config?: Partial<ReconcilerConfig>;
      readonly store?: WorkspaceStore;
      /** Kills it when so many writes are done, before it learns of the last one. */
      readonly killAfter?: number;
      /** Whether it notices changes by itself, as in production. */
      readonly watches?: boolean;
    } = {},
  ): Replica {
    const killSwitch = new KillSwitch();
    const client = killSwitch.coverClient(this.client, options.killAfter);
    const definition = definitionOf(this.cluster);
    const logger = mockServices.logger.mock();
    const replica = {
      killSwitch,
      ...createReconciler({
        store: killSwitch.cover(options.store ?? this.store),
        steps: createWorkspaceSteps(this.config),
        clusters: {
          list: () => [definition],
          client: async () => client,
          definition: () => definition,
          close: async () => undefined,
        },
        membership: {
          membersOf: async ({ owner, members }) => [
            ...(owner ? [{ subject: owner, role: 'user' as const }] : []),
            ...members,
          ],
        },
        people: EVERYBODY,
        config: { ...this.config.reconciler, ...FAST, ...options.config },
        listener: {
          workspaceChanged: () => undefined,
          phaseChanged: () => undefined,
          workspaceGone: () => undefined,
        },
        logger,
        ...(!options.watches && { createWatcher: () => NO_WATCHER }),
      }),
    };
    this.#replicas.push(replica);
    return replica;
  }

  /** Stores a workspace as the API does. */
  async request(id: string): Promise<StoredWorkspace> {
    return this.store.create(this.newWorkspace(id), 1_000);
  }

  /** The workspace, which must be there. */
  async find(id: string): Promise<StoredWorkspace> {
    const workspace = await this.store.findById(id);
    if (!workspace) {
      throw new Error(`There is no workspace ${id}.`);
    }
    return workspace;
  }

  newWorkspace(id: string): NewWorkspace {
    return {
      id,
      displayName: `Workspace ${id}`,
      description: '',
      owner: 'group:default/ocean',
      cluster: 'local',
      quotaProfile: this.config.defaultQuotaProfile,
      createdBy: 'user:default/mia',
      members: [{ subject: 'user:default/mia', role: 'admin' }],
      namespaces: this.config.namespaces.map(({ suffix, networkProfile }) => ({
        name: `${id}-${suffix}`,
        suffix,
        networkProfile,
      })),
    };
  }

  /** Waits until a workspace has a phase, and its queue row is at rest. */
  async untilPhase(
    id: string,
    phase: StoredWorkspace['phase'],
  ): Promise<StoredWorkspace> {
    return eventually(`${id} to be ${phase}`, async () => {
      const workspace = await this.store.findById(id);
      if (workspace?.phase !== phase) {
        throw new Error(
          JSON.stringify(
            workspace?.conditions.map(({ type, reason, message }) => ({
              type,
              reason,
              message,
            })),
          ),
        );
      }
      return workspace;
    });
  }

  /** Makes a workspace due and waits for the end of its pass. */
  async passAgain(replica: Replica, id: string): Promise<StoredWorkspace> {
    const before = await this.store.findById(id);
    await this.store.makeDue(before?.uid ?? '');
    replica.reconciler.kick();
    return eventually(`another pass over ${id}`, async () => {
      const after = await this.store.findById(id);
      return after?.lastPassAt === before?.lastPassAt ? undefined : after;
    });
  }

  async untilGone(id: string, timeoutMs?: number): Promise<void> {
    await eventually(
      `${id} to be gone`,
      async () => {
        const workspace = await this.store.findById(id);
        if (workspace) {
          throw new Error(JSON.stringify(workspace.conditions));
        }
        return true;
      },
      timeoutMs,
    );
  }

  async stop(): Promise<void> {
    await Promise.allSettled(
      this.#replicas.map(({ reconciler }) => reconciler.stop()),
    );
    await this.client.close();
    await this.#close();
    await this.cluster.stop();
  }
}

function definitionOf({
  url,
  caData,
  adminToken,
}: StageCluster): ClusterDefinition {
  return {
    name: 'local',
    connection: { type: 'token', url, caData, token: adminToken },
  };
}

function createKnex(): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
}
