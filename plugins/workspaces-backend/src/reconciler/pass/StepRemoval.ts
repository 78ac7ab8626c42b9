import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  describeFailure,
  ofProblem,
  type StepFailure,
} from './describeFailure';
import type { StepReports } from './StepReports';
import type { StepScope } from './PassContext';
import { isUsable, type StepResult } from './StepResult';
import { withinTimeLimit } from './withinTimeLimit';

/** What removals report to during a pass. */
export interface StepRemovalOptions extends StepReports {
  /** Told what stays, one sentence each. */
  readonly onLeftBehind: (sentences: readonly string[]) => void;
}

/** Removes what single steps made. */
export class StepRemoval {
  readonly #options: StepRemovalOptions;

  constructor(options: StepRemovalOptions) {
    this.#options = options;
  }

  /** Never rejects: what goes wrong is the result. */
  readonly run = async (
    step: WorkspaceStep,
    dependents: readonly StepResult[],
  ): Promise<StepResult> => {
    const { board, saver, scopeOf, stepTimeoutMs } = this.#options;
    try {
      if (!dependents.every(isUsable)) {
        return { type: 'waiting' };
      }
      board.begin(step.id);
      return await withinTimeLimit(step, scopeOf(step), stepTimeoutMs, scope =>
        this.#remove(step, scope),
      );
    } catch (error) {
      return this.#fail(step, describeFailure(error, step));
    } finally {
      saver.transition();
    }
  };

  async #remove(
    step: WorkspaceStep,
    { context }: StepScope,
  ): Promise<StepResult> {
    const { board, saver, onLeftBehind } = this.#options;
    const plan = await step.planRemoval(context);
    if (plan.problems.length > 0) {
      return this.#fail(step, ofProblem(plan.problems[0], step.id, false));
    }
    if (board.find(step.id).status === 'Unknown') {
      this.#set(step, 'Unknown', 'Is being deleted.');
      saver.transition();
    }
    await step.remove(context, plan);
    onLeftBehind(plan.leftBehind ?? []);
    this.#set(step, 'True', 'Deleted.');
    return { type: 'ready' };
  }

  #set(step: WorkspaceStep, status: 'True' | 'Unknown', message: string): void {
    this.#options.board.set(step, { status, reason: 'Deleting', message });
  }

  #fail(step: WorkspaceStep, failure: StepFailure): StepResult {
    const { board, onFailure } = this.#options;
    const { reason, message, hint, object, raw } = failure.problem;
    onFailure(step, failure);
    board.set(step, {
      status: failure.pending ? 'Unknown' : 'False',
      reason,
      message,
      ...(hint !== undefined && { hint }),
      ...(object !== undefined && { object }),
      ...(raw !== undefined && { raw }),
    });
    return { type: 'failed', failure };
  }
}
