import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  StepFailedError,
  type ObjectRecord,
  type StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  ClusterRegistry,
  MembershipResolver,
  PeopleResolver,
  StoredWorkspace,
  WorkspaceStore,
} from '../../types';
import { LeasedRecords } from './LeasedRecords';
import type { LeaseKeeper } from './LeaseKeeper';
import { LiveReader } from './LiveReader';
import { SeenObjects } from './SeenObjects';
import type { WriteLimits } from './WriteLimits';

/** What a {@link PassContext} is made from. */
export interface PassContextOptions {
  readonly workspace: StoredWorkspace;
  readonly keeper: LeaseKeeper;
  readonly records: readonly ObjectRecord[];
  readonly store: Pick<WorkspaceStore, 'putRecords' | 'removeRecords'>;
  readonly clusters: ClusterRegistry;
  readonly membership: MembershipResolver;
  readonly people: PeopleResolver;
  readonly writeLimits: WriteLimits;
  readonly logger: LoggerService;
}

/** What is the same for all steps. */
type SharedContext = Omit<StepContext, 'progress' | 'reader' | 'write'> & {
  readonly records: LeasedRecords;
};

/** What one step works with. */
export interface StepScope {
  readonly context: StepContext;
  readonly seen: SeenObjects;
}

/** What all steps of one pass share, and how many requests they made. */
export class PassContext {
  readonly #shared: SharedContext;
  readonly #reader: LiveReader;
  readonly #options: PassContextOptions;
  #writes = 0;

  /** Throws what keeps every step from being tried. */
  static async create(options: PassContextOptions): Promise<PassContext> {
    const { workspace, keeper, records, store, clusters } = options;
    const [cluster, { members, people }] = await Promise.all([
      clusters.client(workspace.cluster),
      readMembers(options),
    ]);
    const { signal } = keeper;
    const reader = new LiveReader({
      cluster,
      workspaceId: workspace.id,
      signal,
    });
    return new PassContext(options, reader, {
      workspace,
      members,
      people,
      cluster,
      internalCidrs:
        clusters.definition(workspace.cluster)?.internalCidrs ?? [],
      records: new LeasedRecords({
        store,
        keeper,
        records,
        creationToken: workspace.creationToken,
      }),
      absentNamespaces: new Set(),
      logger: options.logger,
      signal,
    });
  }

  private constructor(
    options: PassContextOptions,
    reader: LiveReader,
    shared: SharedContext,
  ) {
    this.#options = options;
    this.#reader = reader;
    this.#shared = shared;
  }

  get reads(): number {
    return this.#reader.requests;
  }

  get writes(): number {
    return this.#writes;
  }

  /** The context for one step, and the objects that the step reads. */
  forStep(progress: StepContext['progress']): StepScope {
    const seen = new SeenObjects(this.#reader);
    const context = {
      ...this.#shared,
      reader: seen.reader,
      progress,
      write: this.#write,
    };
    return { context, seen };
  }

  /** Records that steps deferred and that are not stored yet; they are given once. */
  async takeDeferredRecords(): Promise<readonly ObjectRecord[]> {
    return this.#shared.records.takeDeferred();
  }

  readonly #write = <T>(
    operation: () => Promise<T>,
    { lane }: { readonly lane?: string } = {},
  ): Promise<T> => {
    const { writeLimits, workspace, keeper } = this.#options;
    const target = lane ? `lane ${lane}` : workspace.cluster;
    return writeLimits.run(target, () => {
      // After its turn came, which may have taken longer than the lease.
      keeper.assertHeld();
      this.#writes += 1;
      return operation();
    });
  };
}

async function readMembers({
  membership,
  people,
  workspace,
}: PassContextOptions): Promise<Pick<StepContext, 'members' | 'people'>> {
  try {
    const members = await membership.membersOf(workspace);
    return { members, people: await people.peopleOf(members) };
  } catch (error) {
    throw new StepFailedError(
      {
        reason: 'CatalogUnavailable',
        message: `The members of the workspace could not be read from the catalog: ${stringifyError(
          error,
        )}`,
      },
      { cause: error },
    );
  }
}
