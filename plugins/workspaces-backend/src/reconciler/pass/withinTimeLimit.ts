import {
  HINTS,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  StepFailedError,
  type StepContext,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StepScope } from './PassContext';

/**
 * Runs a step that gets so long and no longer: a request that is never answered would otherwise keep the workspace,
 * and one of the few places in the queue, for good. When the time is up the signal of the step aborts and its writes
 * are refused, whether it looks at the signal or not.
 */
export async function withinTimeLimit<T>(
  step: Pick<WorkspaceStep, 'id' | 'title'>,
  scope: StepScope,
  limitMs: number,
  run: (scope: StepScope) => Promise<T>,
): Promise<T> {
  const { context } = scope;
  const limit = new AbortController();
  let expire = (_: unknown) => {};
  const expired = new Promise<never>((_, reject) => {
    expire = reject;
  });
  const timer = setTimeout(() => {
    const error = new StepFailedError(describe(step, limitMs));
    limit.abort(error);
    expire(error);
  }, limitMs);
  try {
    const limited = { ...scope, context: limitedTo(context, limit.signal) };
    return await Promise.race([run(limited), expired]);
  } finally {
    clearTimeout(timer);
  }
}

function limitedTo(context: StepContext, limit: AbortSignal): StepContext {
  return {
    ...context,
    signal: AbortSignal.any([context.signal, limit]),
    write: (operation, options) =>
      context.write(() => {
        limit.throwIfAborted();
        return operation();
      }, options),
    progress: (done, total) => {
      if (!limit.aborted) {
        context.progress(done, total);
      }
    },
  };
}

function describe(
  { id, title }: Pick<WorkspaceStep, 'id' | 'title'>,
  limitMs: number,
): Problem {
  return {
    reason: 'StepTimeout',
    message: `${title} took longer than ${limitMs / 1000} s and was stopped.`,
    hint: HINTS.StepTimeout,
    step: id,
  };
}
