import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import { backoffDelay } from '../../cluster/backoff';
import type {
  PassResult,
  ReconcilerConfig,
  StoredWorkspace,
} from '../../types';
import { computePhase } from '../phase';
import type { StepResult } from './StepResult';

/** What is under way is looked at again at least this often, in milliseconds. */
const PENDING_MAX_MS = 30_000;

/** What a pass is concluded from. */
export interface PassConclusion {
  readonly workspace: StoredWorkspace;
  readonly conditions: readonly Condition[];
  readonly results: ReadonlyMap<string, StepResult>;
  readonly config: Pick<
    ReconcilerConfig,
    'attemptsBeforeError' | 'backoffBaseMs' | 'backoffMaxMs'
  >;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly random: () => number;
}

/** Phase, attempts and the next attempt that follow from what became of the steps. */
export function concludePass(conclusion: PassConclusion): PassResult {
  const { workspace, conditions, results, config } = conclusion;
  const failures = [...results.values()].flatMap(result =>
    result.type === 'failed' ? [result.failure] : [],
  );
  const attempts = failures.length > 0 ? workspace.attempts + 1 : 0;
  const isDeletion = workspace.deletionRequestedAt !== undefined;
  const observedGeneration =
    !isDeletion && essentialsReady(conditions, results)
      ? workspace.generation
      : undefined;
  return {
    conditions,
    attempts,
    observedGeneration,
    phase: computePhase({
      conditions,
      attempts,
      generation: workspace.generation,
      observedGeneration: observedGeneration ?? workspace.observedGeneration,
      deletionRequested: isDeletion,
      isDefault: workspace.isDefault,
      attemptsBeforeError: config.attemptsBeforeError,
    }),
    nextAttemptAt: nextAttempt(conclusion, attempts),
  };
}

function essentialsReady(
  conditions: readonly Condition[],
  results: ReadonlyMap<string, StepResult>,
): boolean {
  return conditions
    .filter(condition => condition.essential)
    .every(({ type }) => {
      const result = results.get(type)?.type;
      return result === 'ready' || result === 'drift';
    });
}

function nextAttempt(
  { results, config, now, random }: PassConclusion,
  attempts: number,
): Date | undefined {
  const retried = [...results.values()].flatMap(result =>
    result.type === 'failed' && result.failure.retried ? [result.failure] : [],
  );
  if (retried.length === 0) {
    return undefined;
  }
  const isWaiting = retried.some(
    ({ pending, problem }) =>
      pending || problem.reason === 'NamespaceStuckTerminating',
  );
  const maxMs = isWaiting
    ? Math.min(config.backoffMaxMs, PENDING_MAX_MS)
    : config.backoffMaxMs;
  const delay = Math.max(
    backoffDelay(attempts, { baseMs: config.backoffBaseMs, maxMs }, random),
    ...retried.map(({ retryAfterMs }) => retryAfterMs),
  );
  return new Date(now + delay);
}
