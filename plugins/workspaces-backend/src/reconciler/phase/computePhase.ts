import type {
  Condition,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { isFailure, isNamespaceConflict, isTransientReason } from './failures';

/** Everything that the phase of a workspace depends on. */
export interface PhaseInput {
  readonly conditions: readonly Condition[];
  /** Of what is wanted. */
  readonly generation: number;
  /** The latest generation at which every essential step was ready. */
  readonly observedGeneration: number;
  readonly deletionRequested: boolean;
  readonly isDefault: boolean;
  /** Passes in a row that failed, this one included. */
  readonly attempts: number;
  /** Passes with passing faults after which the phase says `error`. */
  readonly attemptsBeforeError: number;
}

/** The phase of a workspace. Nothing else decides it. */
export function computePhase(input: PhaseInput): Phase {
  if (input.isDefault) {
    return 'active';
  }
  const failures = input.conditions.filter(isFailure);
  if (input.deletionRequested) {
    return failures.some(failure => isFinal(failure, input))
      ? 'error'
      : 'deleting';
  }
  const wasComplete = input.observedGeneration >= input.generation;
  const final = failures.filter(
    failure => failure.essential && isFinal(failure, input),
  );
  if (final.some(failure => isNamespaceConflict(failure.reason))) {
    return 'error';
  }
  if (final.length > 0) {
    return wasComplete ? 'degraded' : 'error';
  }
  if (
    !wasComplete ||
    input.conditions.some(
      condition => condition.essential && !isSettled(condition, input),
    )
  ) {
    return 'pending';
  }
  return input.conditions.every(condition => condition.status === 'True')
    ? 'active'
    : 'degraded';
}

/** Whether waiting does not help, or was tried for long enough. */
function isFinal(failure: Condition, input: PhaseInput): boolean {
  if (failure.reason === 'NamespaceTerminating') {
    return false;
  }
  return (
    !isTransientReason(failure.reason) ||
    input.attempts >= input.attemptsBeforeError
  );
}

/** Whether a step is ready, or differs only in what is reported, at the present generation. */
function isSettled(condition: Condition, input: PhaseInput): boolean {
  return (
    (condition.status === 'True' || condition.reason === 'DriftDetected') &&
    (condition.observedGeneration ?? input.generation) >= input.generation
  );
}
