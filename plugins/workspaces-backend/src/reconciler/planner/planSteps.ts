import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectReader,
  PlannedChange,
  StepContext,
  StepPlan,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { describeFailure, ofProblem } from '../pass/describeFailure';
import type { StepGraph } from '../steps/StepGraph';
import type { PlanningRecords } from './PlanningRecords';

/** What a plan is computed from. */
export interface PlanningContext
  extends Pick<
    StepContext,
    | 'workspace'
    | 'members'
    | 'people'
    | 'cluster'
    | 'internalCidrs'
    | 'logger'
    | 'signal'
  > {
  readonly reader: ObjectReader;
  readonly records: PlanningRecords;
}

/** What steps would do. */
export interface StepsPlan {
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly Problem[];
  readonly leftBehind: readonly string[];
}

interface PlannedStep extends StepsPlan {
  /** Steps that depend on it would not be tried. */
  readonly blocked: boolean;
}

const BLOCKED: PlannedStep = {
  changes: [],
  problems: [],
  leftBehind: [],
  blocked: true,
};

/** Plans every step as a pass would find it after the steps before it were applied. */
export async function planSteps(
  graph: StepGraph,
  planning: PlanningContext,
): Promise<StepsPlan> {
  const context = toStepContext(planning);
  const plans = await graph.forward(async (step, dependencies: PlannedStep[]) =>
    dependencies.some(({ blocked }) => blocked)
      ? BLOCKED
      : planOne(step, async () => {
          const plan = await step.plan(context);
          assumeNamespaces(planning.records, step, plan);
          return plan;
        }),
  );
  return join(graph.steps, plans);
}

/** Plans the removal of what every step made. */
export async function planStepsRemoval(
  graph: StepGraph,
  planning: PlanningContext,
): Promise<StepsPlan> {
  const context = toStepContext(planning);
  const plans = await graph.backward((step: WorkspaceStep) =>
    planOne(step, () => step.planRemoval(context)),
  );
  return join([...graph.steps].reverse(), plans);
}

async function planOne(
  step: WorkspaceStep,
  plan: () => Promise<StepPlan>,
): Promise<PlannedStep> {
  try {
    const {
      changes,
      problems,
      objectProblems = [],
      leftBehind = [],
    } = await plan();
    return {
      leftBehind,
      // A step with problems writes nothing.
      changes: problems.length > 0 ? [] : changes,
      problems: [...problems, ...objectProblems].map(
        problem => ofProblem(problem, step.id, false).problem,
      ),
      blocked: problems.length > 0,
    };
  } catch (error) {
    return { ...BLOCKED, problems: [describeFailure(error, step).problem] };
  }
}

/** Applying records namespaces that are found to be ours, and steps look into recorded namespaces only. */
function assumeNamespaces(
  records: PlanningRecords,
  step: WorkspaceStep,
  { changes }: StepPlan,
): void {
  records.assume(
    changes.flatMap(({ live, object }) =>
      live?.metadata.uid && object.kind === 'Namespace'
        ? [
            {
              apiVersion: object.apiVersion,
              kind: object.kind,
              name: object.name,
              uid: live.metadata.uid,
              step: step.id,
              adopted: false,
            },
          ]
        : [],
    ),
  );
}

function join(
  steps: readonly WorkspaceStep[],
  plans: ReadonlyMap<string, PlannedStep>,
): StepsPlan {
  const inOrder = steps.flatMap(({ id }) => plans.get(id) ?? []);
  return {
    changes: inOrder.flatMap(({ changes }) => changes),
    problems: inOrder.flatMap(({ problems }) => problems),
    leftBehind: inOrder.flatMap(({ leftBehind }) => leftBehind),
  };
}

function toStepContext(planning: PlanningContext): StepContext {
  return {
    ...planning,
    absentNamespaces: new Set(),
    progress: () => {},
    write: async () => {
      throw new Error('A plan writes nothing.');
    },
  };
}
