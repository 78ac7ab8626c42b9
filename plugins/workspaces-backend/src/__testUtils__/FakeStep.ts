import type {
  PlannedChange,
  StepContext,
  StepPlan,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** A step whose behaviour a test decides. */
export class FakeStep implements WorkspaceStep {
  readonly id: string;
  readonly title: string;
  readonly dependsOn: readonly string[];
  readonly essential: boolean;
  readsClusterOnly: boolean | undefined;
  comparisonKey?: WorkspaceStep['comparisonKey'];
  /** What was called, such as `apply alpha`. */
  readonly calls: string[] = [];
  /** What the next plans hold. */
  changes: PlannedChange[] = [];
  problems: StepPlan['problems'] = [];
  objectProblems: StepPlan['objectProblems'];
  /** Runs instead of what apply does: makes the changes and has nothing left to do. */
  onApply:
    | ((context: StepContext, plan: StepPlan) => Promise<void>)
    | undefined;
  /** Runs before what a plan returns. */
  onPlan: ((context: StepContext) => Promise<void>) | undefined;
  onRemove: ((context: StepContext) => Promise<void>) | undefined;
  leftBehind: string[] = [];

  constructor(
    id: string,
    options: { dependsOn?: readonly string[]; essential?: boolean } = {},
  ) {
    this.id = id;
    this.title = `Step ${id}`;
    this.dependsOn = options.dependsOn ?? [];
    this.essential = options.essential ?? true;
  }

  async plan(context: StepContext): Promise<StepPlan> {
    this.calls.push(`plan ${context.workspace.id}`);
    await this.onPlan?.(context);
    const { changes, problems, objectProblems } = this;
    return { changes, problems, objectProblems, total: 3 };
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    this.calls.push(`apply ${context.workspace.id}`);
    if (this.onApply) {
      await this.onApply(context, plan);
      return;
    }
    await Promise.all(plan.changes.map(() => context.write(async () => {})));
    this.changes = this.changes.filter(
      change => !plan.changes.includes(change),
    );
  }

  async planRemoval(): Promise<StepPlan> {
    const { leftBehind, problems } = this;
    return { changes: [], problems, total: 0, leftBehind };
  }

  async remove(context: StepContext): Promise<void> {
    this.calls.push(`remove ${context.workspace.id}`);
    await this.onRemove?.(context);
  }
}

/** A change of a fake step. */
export function fakeChange(
  step: string,
  name: string,
  fields: Partial<PlannedChange> = {},
): PlannedChange {
  return {
    step,
    action: 'create',
    object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'alpha-x', name },
    fields: [],
    ...fields,
  };
}
