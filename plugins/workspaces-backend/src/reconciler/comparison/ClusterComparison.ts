import { stringifyError } from '@backstage/errors';
import type {
  ClusterClient,
  ObjectRecord,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { PeopleResolver, StoredWorkspace } from '../../types';
import { PlanningRecords } from '../planner/PlanningRecords';
import { planSteps } from '../planner/planSteps';
import type { ReconcilerContext } from '../ReconcilerContext';
import { ClusterSnapshot } from './ClusterSnapshot';
import { ComparisonMemory } from './ComparisonMemory';
import { TimeSlice } from './TimeSlice';

/** What a comparison of a whole cluster found. */
export interface ComparisonResult {
  readonly compared: number;
  /** Workspaces with a difference, which are due now. */
  readonly different: number;
}

/** Who belongs to a workspace. */
type Belonging = Pick<StepContext, 'members' | 'people'>;

/**
 * Compares every settled workspace of a cluster with one list per kind, instead of a pass for each. Only those with
 * a difference become due. What changes while it runs can look like a difference; the pass then finds nothing to do.
 */
export class ClusterComparison {
  readonly #reconciler: ReconcilerContext;
  readonly #kick: () => void;
  readonly #memories = new Map<string, ComparisonMemory>();

  constructor(reconciler: ReconcilerContext, kick: () => void) {
    this.#reconciler = reconciler;
    this.#kick = kick;
  }

  /** Compares now. Throws when the cluster or the database does not answer; some may be due by then. */
  async run(name: string, signal: AbortSignal): Promise<ComparisonResult> {
    const { store, clusters, clock } = this.#reconciler;
    const [settled, cluster, people] = await Promise.all([
      store.listSettled(name),
      clusters.client(name),
      this.#reconciler.people.snapshot(),
    ]);
    let records: Promise<Map<string, ObjectRecord[]>> | undefined;
    // What waits for its next attempt differs by all accounts, and is looked at then.
    const workspaces = settled.filter(({ nextAttemptAt }) => !nextAttemptAt);
    const snapshot = new ClusterSnapshot({ cluster, signal });
    const memory = this.#memoryOf(name);
    await memory.begin(snapshot);
    const slice = new TimeSlice();
    const startedAt = clock();
    let different = 0;
    for (const workspace of workspaces) {
      signal.throwIfAborted();
      await slice.pause();
      const belonging = await this.#readBelonging(workspace, people);
      if (!belonging) {
        continue;
      }
      const fingerprint = () =>
        `${workspace.version} ${JSON.stringify(belonging)} ${this.#keysOf(
          workspace,
        )} ${snapshot.fingerprintOf(workspace.id)}`;
      const present = fingerprint();
      if (this.#canSkip && memory.isUnchanged(workspace.uid, present)) {
        memory.confirm(workspace.uid, present);
        continue;
      }
      records ??= store.listRecordsOfCluster(name);
      const own = (await records).get(workspace.uid) ?? [];
      const differs = await this.#differs({
        workspace,
        cluster,
        belonging,
        snapshot,
        own,
        signal,
      });
      snapshot.assertComplete();
      if (differs) {
        different += 1;
        await store.makeDue(workspace.uid);
        this.#kick();
      } else if (differs === false) {
        // The plan may have listed kinds that were not there before.
        memory.confirm(workspace.uid, fingerprint());
      }
    }
    memory.end(snapshot);
    this.#reconciler.logger.debug(
      `Cluster ${name}: compared ${workspaces.length} workspaces in ${
        clock() - startedAt
      } ms, ${different} of them differ.`,
    );
    return { compared: workspaces.length, different };
  }

  /** A step that looks at anything else has to look again each time, unless it says when. */
  get #canSkip(): boolean {
    return this.#reconciler.graph.steps.every(
      step => step.readsClusterOnly || step.comparisonKey,
    );
  }

  #keysOf(workspace: StoredWorkspace): string {
    return this.#reconciler.graph.steps
      .map(step => step.comparisonKey?.(workspace) ?? '')
      .join();
  }

  #memoryOf(cluster: string): ComparisonMemory {
    let memory = this.#memories.get(cluster);
    if (!memory) {
      memory = new ComparisonMemory();
      this.#memories.set(cluster, memory);
    }
    return memory;
  }

  /** Undefined when the catalog does not answer. */
  async #readBelonging(
    workspace: StoredWorkspace,
    people: Pick<PeopleResolver, 'peopleOf'>,
  ): Promise<Belonging | undefined> {
    try {
      const { membership } = this.#reconciler;
      const members = await membership.membersOf(workspace);
      return { members, people: await people.peopleOf(members) };
    } catch (error) {
      this.#notCompared(workspace, error);
      return undefined;
    }
  }

  #notCompared(workspace: StoredWorkspace, error: unknown): void {
    this.#reconciler.logger.warn(
      `Workspace ${workspace.id}: it was not compared: ${stringifyError(
        error,
      )}`,
    );
  }

  /** Undefined when it could not be found out. */
  async #differs(options: {
    readonly workspace: StoredWorkspace;
    readonly belonging: Belonging;
    readonly cluster: ClusterClient;
    readonly snapshot: ClusterSnapshot;
    readonly own: readonly ObjectRecord[];
    readonly signal: AbortSignal;
  }): Promise<boolean | undefined> {
    const { workspace, belonging, cluster, snapshot, own, signal } = options;
    const { graph, clusters, logger } = this.#reconciler;
    try {
      const plan = await planSteps(graph, {
        workspace,
        cluster,
        signal,
        logger,
        ...belonging,
        internalCidrs: clusters.definition(cluster.name)?.internalCidrs ?? [],
        reader: snapshot.readerFor(workspace.id),
        records: new PlanningRecords({
          records: own,
          creationToken: workspace.creationToken,
        }),
      });
      return plan.changes.length > 0 || plan.problems.length > 0;
    } catch (error) {
      this.#notCompared(workspace, error);
      return undefined;
    }
  }
}
