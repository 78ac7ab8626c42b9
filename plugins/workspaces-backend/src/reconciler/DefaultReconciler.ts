import { stringifyError } from '@backstage/errors';
import type { ManagedObjectEvent } from '../cluster/ManagedObjectEvent';
import type { Reconciler, StoredWorkspace } from '../types';
import {
  ClusterComparison,
  type ComparisonResult,
} from './comparison/ClusterComparison';
import { ComparisonSchedule } from './comparison/ComparisonSchedule';
import { ChangeDamper } from './queue/ChangeDamper';
import { WorkQueue } from './queue/WorkQueue';
import type { ReconcilerContext } from './ReconcilerContext';

/** Notices when somebody else touches objects of ours. */
export interface ObjectWatcher {
  start(): void;
  stop(): Promise<void>;
}

/** Keeps workspaces as they are wanted: what is due by the queue, and what differs by watches and comparisons. */
export class DefaultReconciler implements Reconciler {
  readonly #reconciler: ReconcilerContext;
  readonly #queue: WorkQueue;
  readonly #comparison: ClusterComparison;
  readonly #schedule: ComparisonSchedule;
  readonly #watcher: ObjectWatcher;
  readonly #damper = new ChangeDamper(id => this.#followUp(id));

  constructor(
    reconciler: ReconcilerContext,
    createWatcher: (
      onEvent: (event: ManagedObjectEvent) => void,
    ) => ObjectWatcher,
  ) {
    this.#reconciler = reconciler;
    this.#queue = new WorkQueue(reconciler);
    this.#comparison = new ClusterComparison(reconciler, () => this.kick());
    this.#schedule = new ComparisonSchedule(reconciler, this.#comparison);
    this.#watcher = createWatcher(event => this.#objectChanged(event));
  }

  async start(): Promise<void> {
    this.#queue.start();
    this.#watcher.start();
    this.#schedule.start();
  }

  async stop(): Promise<void> {
    this.#damper.clear();
    await Promise.all([
      this.#watcher.stop(),
      this.#schedule.stop(),
      this.#queue.stop(),
    ]);
  }

  kick(): void {
    this.#queue.kick();
  }

  /** Compares a whole cluster now, besides the schedule. */
  async compare(
    cluster: string,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<ComparisonResult> {
    return this.#comparison.run(cluster, signal);
  }

  async #objectChanged(event: ManagedObjectEvent): Promise<void> {
    const { workspaceId, cluster } = event;
    await this.#find(workspaceId, workspace => {
      // Labels can say anything: only the cluster of the workspace can have objects of it.
      if (workspace.cluster === cluster) {
        this.#damper.add(workspaceId);
      }
    });
  }

  async #followUp(workspaceId: string): Promise<void> {
    await this.#find(workspaceId, async ({ uid }) => {
      await this.#reconciler.store.makeDue(uid);
      this.kick();
    });
  }

  async #find(
    workspaceId: string,
    use: (workspace: StoredWorkspace) => void | Promise<void>,
  ): Promise<void> {
    const { store, logger } = this.#reconciler;
    try {
      const workspace = await store.findById(workspaceId);
      if (workspace) {
        await use(workspace);
      }
    } catch (error) {
      logger.warn(
        `Workspace ${workspaceId}: a change in its cluster was not followed up: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
