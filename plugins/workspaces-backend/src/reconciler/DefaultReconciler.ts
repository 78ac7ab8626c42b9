import { stringifyError } from '@backstage/errors';
import type { ManagedObjectEvent } from '../cluster/ManagedObjectEvent';
import type { Reconciler } from '../types';
import {
  ClusterComparison,
  type ComparisonResult,
} from './comparison/ClusterComparison';
import { ComparisonSchedule } from './comparison/ComparisonSchedule';
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
    const { store, logger } = this.#reconciler;
    try {
      const workspace = await store.findById(event.workspaceId);
      // Labels can say anything: only the cluster of the workspace can have objects of it.
      if (workspace?.cluster === event.cluster) {
        await store.makeDue(workspace.uid);
        this.kick();
      }
    } catch (error) {
      logger.warn(
        `Workspace ${
          event.workspaceId
        }: a change in its cluster was not followed up: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
