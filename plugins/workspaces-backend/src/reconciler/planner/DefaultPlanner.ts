import {
  WORKSPACE_LABEL,
  type Plan,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecord,
  PlannedChange,
  Workspace,
  WorkspaceMember,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  MembershipSource,
  NewWorkspace,
  Planner,
  StoredWorkspace,
  WorkspacePatch,
} from '../../types';
import { describeFailure } from '../pass/describeFailure';
import { toChange } from '../pass/drift';
import { LiveReader } from '../pass/LiveReader';
import type { ReconcilerContext } from '../ReconcilerContext';
import { adoptableRecords, asAdoption } from './adoption';
import { PlanningRecords } from './PlanningRecords';
import {
  planSteps,
  planStepsRemoval,
  type PlanningContext,
  type StepsPlan,
} from './planSteps';

/** Parts of the reconciler that plans need. */
export type PlannerContext = Pick<
  ReconcilerContext,
  'store' | 'graph' | 'clusters' | 'membership' | 'people' | 'logger'
>;

/** What a plan is about. */
interface Subject {
  readonly workspace: Workspace & MembershipSource;
  readonly creationToken: string;
}

/** Plans with the very steps that passes run. */
export class DefaultPlanner implements Planner {
  readonly #reconciler: PlannerContext;

  constructor(reconciler: PlannerContext) {
    this.#reconciler = reconciler;
  }

  async planCreation(workspace: NewWorkspace): Promise<Plan> {
    const subject = { workspace: asWorkspace(workspace), creationToken: '' };
    return this.#plan('create', subject, context =>
      planSteps(this.#reconciler.graph, context),
    );
  }

  async planChange(
    workspace: StoredWorkspace,
    patch: WorkspacePatch,
  ): Promise<Plan> {
    const changed = {
      ...workspace,
      displayName: patch.displayName ?? workspace.displayName,
      description: patch.description ?? workspace.description,
      quotaProfile: patch.quotaProfile ?? workspace.quotaProfile,
    };
    return this.#plan('change', subjectOf(changed), context =>
      planSteps(this.#reconciler.graph, context),
    );
  }

  async planMembers(
    workspace: StoredWorkspace,
    members: readonly WorkspaceMember[],
  ): Promise<Plan> {
    const { creationToken } = workspace;
    const subject = { workspace: { ...workspace, members }, creationToken };
    return this.#plan('change', subject, context =>
      planSteps(this.#reconciler.graph, context),
    );
  }

  async planTransfer(workspace: StoredWorkspace, owner: string): Promise<Plan> {
    const members = workspace.members.filter(
      ({ subject }) => subject !== owner,
    );
    return this.planMembers({ ...workspace, owner }, members);
  }

  async planRepair(workspace: StoredWorkspace): Promise<Plan> {
    return this.#plan('repair', subjectOf(workspace), context =>
      planSteps(this.#reconciler.graph, context),
    );
  }

  async planDeletion(workspace: StoredWorkspace): Promise<Plan> {
    return this.#plan('delete', subjectOf(workspace), context =>
      planStepsRemoval(this.#reconciler.graph, context),
    );
  }

  async planAdoption(workspace: StoredWorkspace): Promise<Plan> {
    const { graph, store } = this.#reconciler;
    return this.#plan('adopt', subjectOf(workspace), async context => {
      const before = await planSteps(graph, context);
      const records: ObjectRecord[] = [];
      for (const record of adoptableRecords(before.problems)) {
        if (!(await this.#belongsToOther(context, record, store))) {
          records.push(record);
        }
      }
      context.records.assume(records);
      return asAdoption(await planSteps(graph, context), records);
    });
  }

  /** Whether a namespace carries the label of another workspace that still exists. */
  async #belongsToOther(
    { reader, workspace }: PlanningContext,
    record: ObjectRecord,
    store: PlannerContext['store'],
  ): Promise<boolean> {
    const live = await reader.get(record);
    const label = live?.metadata.labels?.[WORKSPACE_LABEL];
    return (
      label !== undefined &&
      label !== workspace.id &&
      (await store.findById(label)) !== undefined
    );
  }

  async #plan(
    kind: Plan['kind'],
    subject: Subject,
    compute: (context: PlanningContext) => Promise<StepsPlan>,
  ): Promise<Plan> {
    const { workspace } = subject;
    const about = {
      kind,
      workspaceId: workspace.id,
      cluster: workspace.cluster,
      ...(kind !== 'create' && { revision: workspace.revision }),
    };
    try {
      const plan = await compute(await this.#createContext(subject));
      return {
        ...about,
        changes: plan.changes.filter(isWrite).map(toChange),
        problems: [...plan.problems],
        leftBehind: [...plan.leftBehind],
      };
    } catch (error) {
      const problem: Problem = {
        ...describeFailure(error, { id: kind, title: 'The plan' }).problem,
        step: undefined,
      };
      return { ...about, changes: [], problems: [problem], leftBehind: [] };
    }
  }

  async #createContext({
    workspace,
    creationToken,
  }: Subject): Promise<PlanningContext> {
    const { clusters, membership, people, store, logger } = this.#reconciler;
    const [cluster, members, records] = await Promise.all([
      clusters.client(workspace.cluster),
      membership.membersOf(workspace),
      workspace.uid === '' ? [] : store.listRecords(workspace.uid),
    ]);
    return {
      workspace,
      members,
      people: await people.peopleOf(members),
      cluster,
      internalCidrs: clusters.definition(cluster.name)?.internalCidrs ?? [],
      reader: new LiveReader({ cluster, workspaceId: workspace.id }),
      records: new PlanningRecords({ records, creationToken }),
      logger,
      signal: new AbortController().signal,
    };
  }
}

function subjectOf(workspace: StoredWorkspace): Subject {
  return { workspace, creationToken: workspace.creationToken };
}

/** A workspace that is not stored yet, as steps see it. */
function asWorkspace(workspace: NewWorkspace): Subject['workspace'] {
  return {
    ...workspace,
    uid: '',
    isDefault: false,
    protected: false,
    expiresAt: undefined,
    phase: 'pending',
    generation: 1,
    observedGeneration: 0,
    revision: 1,
    createdAt: new Date().toISOString(),
    iam: { mode: 'none' },
  };
}

/** Objects that are as wanted and only lack our record are written to nowhere but the database. */
function isWrite({ action, fields }: PlannedChange): boolean {
  return action !== 'update' || fields.length > 0;
}
