import { stringifyError } from '@backstage/errors';
import type {
  ClusterClient,
  ObjectRecord,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredWorkspace } from '../../types';
import { PlanningRecords } from '../planner/PlanningRecords';
import { planSteps } from '../planner/planSteps';
import type { ReconcilerContext } from '../ReconcilerContext';
import { ClusterSnapshot } from './ClusterSnapshot';
import { TimeSlice } from './TimeSlice';

/** What a comparison of a whole cluster found. */
export interface ComparisonResult {
  readonly compared: number;
  /** Workspaces with a difference, which are due now. */
  readonly different: number;
}

/**
 * Compares every settled workspace of a cluster with one list per kind, instead of a pass for each. Only those with
 * a difference become due. What changes while it runs can look like a difference; the pass then finds nothing to do.
 */
export class ClusterComparison {
  readonly #reconciler: ReconcilerContext;
  readonly #kick: () => void;

  constructor(reconciler: ReconcilerContext, kick: () => void) {
    this.#reconciler = reconciler;
    this.#kick = kick;
  }

  /** Compares now. Throws when the cluster or the database does not answer; some may be due by then. */
  async run(name: string, signal: AbortSignal): Promise<ComparisonResult> {
    const { store, clusters, clock } = this.#reconciler;
    const [settled, records, cluster] = await Promise.all([
      store.listSettled(name),
      store.listRecordsOfCluster(name),
      clusters.client(name),
    ]);
    // What waits for its next attempt differs by all accounts, and is looked at then.
    const workspaces = settled.filter(({ nextAttemptAt }) => !nextAttemptAt);
    const snapshot = new ClusterSnapshot({ cluster, signal });
    const slice = new TimeSlice();
    const startedAt = clock();
    let different = 0;
    for (const workspace of workspaces) {
      signal.throwIfAborted();
      await slice.pause();
      const own = records.get(workspace.uid) ?? [];
      const differs = await this.#differs({
        workspace,
        cluster,
        snapshot,
        own,
        signal,
      });
      snapshot.assertComplete();
      if (differs) {
        different += 1;
        await store.makeDue(workspace.uid);
        this.#kick();
      }
    }
    this.#reconciler.logger.debug(
      `Cluster ${name}: compared ${workspaces.length} workspaces in ${
        clock() - startedAt
      } ms, ${different} of them differ.`,
    );
    return { compared: workspaces.length, different };
  }

  async #differs(options: {
    readonly workspace: StoredWorkspace;
    readonly cluster: ClusterClient;
    readonly snapshot: ClusterSnapshot;
    readonly own: readonly ObjectRecord[];
    readonly signal: AbortSignal;
  }): Promise<boolean> {
    const { workspace, cluster, snapshot, own, signal } = options;
    const { graph, clusters, membership, logger } = this.#reconciler;
    try {
      const plan = await planSteps(graph, {
        workspace,
        cluster,
        signal,
        logger,
        members: await membership.membersOf(workspace),
        internalCidrs: clusters.definition(cluster.name)?.internalCidrs ?? [],
        reader: snapshot.readerFor(workspace.id),
        records: new PlanningRecords({
          records: own,
          creationToken: workspace.creationToken,
        }),
      });
      return plan.changes.length > 0 || plan.problems.length > 0;
    } catch (error) {
      logger.warn(
        `Workspace ${workspace.id}: it was not compared: ${stringifyError(
          error,
        )}`,
      );
      return false;
    }
  }
}
