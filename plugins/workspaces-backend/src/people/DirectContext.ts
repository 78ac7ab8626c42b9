import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  StepContext,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { LiveReader } from '../reconciler/pass/LiveReader';
import { WriteLimits } from '../reconciler/pass/WriteLimits';
import type {
  ClusterRegistry,
  MembershipResolver,
  PeopleResolver,
  StoredWorkspace,
  WorkspaceStore,
} from '../types';
import { UnleasedRecords } from './UnleasedRecords';

/** What a {@link DirectContext} works with. */
export interface DirectContextOptions {
  readonly clusters: ClusterRegistry;
  readonly membership: MembershipResolver;
  readonly people: PeopleResolver;
  readonly store: Pick<WorkspaceStore, 'listRecords'>;
  /** Writes to one cluster at once. */
  readonly writeConcurrency: number;
  readonly logger: LoggerService;
}

/**
 * Lets a request use a step beside the passes of the reconciler. Two writers do no harm: what a step applies follows
 * from what is wanted, and a pass that comes later puts right what was wanted meanwhile.
 */
export class DirectContext {
  readonly #options: DirectContextOptions;
  readonly #limits: WriteLimits;

  constructor(options: DirectContextOptions) {
    this.#options = options;
    this.#limits = new WriteLimits(options.writeConcurrency);
  }

  /** Throws when the cluster is not configured, or when the catalog or the database does not answer. */
  async create(workspace: StoredWorkspace): Promise<StepContext> {
    const { clusters, membership, people, store, logger } = this.#options;
    const [cluster, members, records] = await Promise.all([
      clusters.client(workspace.cluster),
      membership.membersOf(workspace),
      store.listRecords(workspace.uid),
    ]);
    return {
      workspace,
      members,
      people: await people.peopleOf(members),
      cluster,
      internalCidrs: clusters.definition(cluster.name)?.internalCidrs ?? [],
      reader: new LiveReader({ cluster, workspaceId: workspace.id }),
      records: new UnleasedRecords({
        records,
        creationToken: workspace.creationToken,
      }),
      absentNamespaces: new Set(),
      logger,
      signal: new AbortController().signal,
      progress: () => {},
      write: operation => this.#limits.run(workspace.cluster, operation),
    };
  }
}

/** The steps that requests use directly. */
export interface DirectSteps {
  readonly namespaces: Pick<WorkspaceStep, 'plan'>;
  readonly serviceAccounts: WorkspaceStep;
}
