import {
  HINTS,
  isReason,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  StepFailedError,
  StepPendingError,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isTransientReason } from '../phase';

/** Why a step did not get ready. */
export interface StepFailure {
  readonly problem: Problem;
  /** Something is under way and only takes time: not a failure to people. */
  readonly pending: boolean;
  /** Whether another attempt is made without anybody doing anything. */
  readonly retried: boolean;
  /** The least to wait before it. */
  readonly retryAfterMs: number;
}

/** What an error of a step means. */
export function describeFailure(
  error: unknown,
  step: { readonly id: string; readonly title: string },
): StepFailure {
  if (error instanceof StepPendingError) {
    return ofProblem(error.problem, step.id, true);
  }
  if (error instanceof StepFailedError) {
    return ofProblem(error.problem, step.id, false);
  }
  if (error instanceof ClusterError) {
    const { reason, message, object, raw, retryAfterSeconds = 0 } = error;
    return {
      ...ofProblem({ reason, message, object, raw }, step.id, false),
      retryAfterMs: retryAfterSeconds * 1000,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return ofProblem(
    {
      reason: 'InternalError',
      message: `${step.title} failed in a way that we did not foresee.`,
      raw: message,
    },
    step.id,
    false,
  );
}

/** What a problem that a plan found means. */
export function ofProblem(
  problem: Problem,
  step: string,
  pending: boolean,
): StepFailure {
  const { reason } = problem;
  const hint = problem.hint ?? (isReason(reason) ? HINTS[reason] : undefined);
  const waits = pending || reason === 'NamespaceTerminating';
  return {
    problem: { ...problem, step, ...(hint !== undefined && { hint }) },
    pending: waits,
    // A stuck namespace is an error to people, and may still go away by itself.
    retried:
      waits ||
      isTransientReason(reason) ||
      reason === 'NamespaceStuckTerminating',
    retryAfterMs: 0,
  };
}
