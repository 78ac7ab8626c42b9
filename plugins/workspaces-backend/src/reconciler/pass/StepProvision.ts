import type {
  PlannedChange,
  StepPlan,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isEqual } from 'lodash';
import type { ReconcilerConfig } from '../../types';
import {
  describeFailure,
  ofProblem,
  type StepFailure,
} from './describeFailure';
import { describeDrift, isDrift, toChange } from './drift';
import type { StepScope } from './PassContext';
import type { StepReports } from './StepReports';
import { isUsable, type StepResult } from './StepResult';
import { summariseProblems } from './summariseProblems';
import { withinTimeLimit } from './withinTimeLimit';

/** What steps report to during a pass. */
export interface StepProvisionOptions extends StepReports {
  readonly drift: ReconcilerConfig['drift'];
  /** Whether every step was ready at the present generation: differences are drift then. */
  readonly wasComplete: boolean;
  readonly onDrift: (
    action: 'drift-found' | 'drift-healed',
    step: WorkspaceStep,
    changes: readonly PlannedChange[],
  ) => Promise<void>;
}

/** Brings single steps to where they should be: plan, and apply what differs. */
export class StepProvision {
  readonly #options: StepProvisionOptions;

  constructor(options: StepProvisionOptions) {
    this.#options = options;
  }

  /** Never rejects: what goes wrong is the result. */
  readonly run = async (
    step: WorkspaceStep,
    dependencies: readonly StepResult[],
  ): Promise<StepResult> => {
    const { board, saver, scopeOf, stepTimeoutMs } = this.#options;
    try {
      if (!dependencies.every(isUsable)) {
        return this.#wait(step);
      }
      board.begin(step.id);
      return await withinTimeLimit(
        step,
        scopeOf(step),
        stepTimeoutMs,
        async scope => {
          const plan = await step.plan(scope.context);
          return plan.problems.length > 0
            ? this.#fail(step, ofProblem(plan.problems[0], step.id, false))
            : this.#applyAndReport(step, scope, plan);
        },
      );
    } catch (error) {
      return this.#fail(step, describeFailure(error, step));
    } finally {
      saver.transition();
    }
  };

  /** Applies a plan, and fails afterwards when it leaves single objects as they are. */
  async #applyAndReport(
    step: WorkspaceStep,
    scope: StepScope,
    plan: StepPlan,
  ): Promise<StepResult> {
    const result = await this.#apply(step, scope, plan);
    const left = summariseProblems(plan.objectProblems ?? []);
    return left ? this.#fail(step, ofProblem(left, step.id, false)) : result;
  }

  async #apply(
    step: WorkspaceStep,
    { context, seen }: StepScope,
    plan: StepPlan,
  ): Promise<StepResult> {
    const { board, saver, wasComplete } = this.#options;
    const drift = wasComplete
      ? plan.changes.filter(change => isDrift(change, context.records))
      : [];
    // A fresh start opens what was reported, which is how somebody asks for a repair.
    const reports =
      this.#options.drift === 'report' &&
      board.find(step.id).reason !== 'Progressing';
    if (drift.length > 0) {
      await this.#reportDrift(step, plan, drift, !reports);
    }
    const changes = reports
      ? plan.changes.filter(change => !drift.includes(change))
      : plan.changes;
    if (changes.length > 0) {
      // What people do all day, such as signing in, is no reason to call a workspace degraded meanwhile.
      const isRoutine =
        !step.essential && board.find(step.id).status === 'True';
      if (drift.length === 0 && !isRoutine) {
        this.#progress(step, plan, changes.length);
        saver.transition();
      }
      await step.apply(context, { ...plan, changes });
    }
    const missing = seen.missingRecords(step.id, plan, context.records);
    if (missing.length > 0) {
      await context.records.put(missing, { deferred: true });
    }
    if (drift.length > 0 && reports) {
      return { type: 'drift' };
    }
    board.set(step, {
      status: 'True',
      reason: drift.length > 0 ? 'Repaired' : 'Ready',
      message: readyMessage(plan, drift.length),
      done: plan.total,
      total: plan.total,
    });
    if (drift.length > 0) {
      await this.#options.onDrift('drift-healed', step, drift);
    }
    return { type: 'ready' };
  }

  /** Differences are stored before they are put right, so that nobody overlooks them. */
  async #reportDrift(
    step: WorkspaceStep,
    plan: StepPlan,
    drift: readonly PlannedChange[],
    heals: boolean,
  ): Promise<void> {
    const { board, saver, onDrift } = this.#options;
    const before = board.find(step.id).drift;
    const changes = drift.map(toChange);
    board.set(step, {
      status: 'False',
      reason: 'DriftDetected',
      message: describeDrift(drift),
      hint: heals
        ? 'Nothing: the differences are being put right.'
        : 'Look at the plan, then Repair; or make the change where the workspace is described.',
      drift: changes,
      done: Math.max(0, plan.total - plan.changes.length),
      total: plan.total,
    });
    if (!isEqual(before, changes)) {
      await onDrift('drift-found', step, drift);
    }
    await saver.flush();
  }

  #progress(step: WorkspaceStep, plan: StepPlan, writes: number): void {
    this.#options.board.set(step, {
      status: 'Unknown',
      reason: 'Progressing',
      message: `Writes ${countOf(writes)}.`,
      done: Math.max(0, plan.total - writes),
      total: plan.total,
    });
  }

  #wait(step: WorkspaceStep): StepResult {
    const { board } = this.#options;
    const titles = step.dependsOn.map(id => board.find(id).title);
    board.set(step, {
      status: 'Unknown',
      reason: 'Waiting',
      message: `Waits for ${titles.join(', ')}.`,
    });
    return { type: 'waiting' };
  }

  #fail(step: WorkspaceStep, failure: StepFailure): StepResult {
    const { board, onFailure } = this.#options;
    const { done, total } = board.find(step.id);
    const { reason, message, hint, object, raw } = failure.problem;
    onFailure(step, failure);
    board.set(step, {
      status: failure.pending ? 'Unknown' : 'False',
      reason,
      message,
      ...(hint !== undefined && { hint }),
      ...(object !== undefined && { object }),
      ...(raw !== undefined && { raw }),
      ...(done !== undefined && { done }),
      ...(total !== undefined && { total }),
    });
    return { type: 'failed', failure };
  }
}

function readyMessage(plan: StepPlan, repaired: number): string {
  return repaired > 0
    ? `Repaired ${countOf(repaired)}.`
    : `${countOf(plan.total)} as wanted.`;
}

function countOf(objects: number): string {
  return objects === 1 ? '1 object' : `${objects} objects`;
}
