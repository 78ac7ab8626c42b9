import type { LoggerService } from '@backstage/backend-plugin-api';
import type { InitiatorApi } from '../client/InitiatorApi';
import type { KnownWorkspace } from '../client/readWorkspace';
import { describeFailure } from '../text/describeCondition';
import { workspacePath } from '../text/workspacePath';
import { StepLog } from './StepLog';
import { watchWorkspace } from './watchWorkspace';

/** Follows the deletion of a workspace until nothing is left. Throws what holds it up, and what to do. */
export async function awaitGone(options: {
  readonly api: InitiatorApi;
  readonly known: KnownWorkspace;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { api, known, logger, signal } = options;
  const log = new StepLog(logger);
  for await (const event of watchWorkspace({
    api,
    id: known.id,
    logger,
    signal,
  })) {
    if (event.type === 'gone') {
      return;
    }
    const { workspace } = event;
    if (workspace.createdAt !== known.createdAt) {
      return;
    }
    log.report(workspace);
    if (workspace.phase === 'error') {
      const failing = workspace.conditions
        .filter(({ status }) => status === 'False')
        .map(condition => `${condition.title}: ${describeFailure(condition)}`);
      throw new Error(
        [
          `Team workspace "${known.id}" could not be deleted.`,
          ...failing,
          `See ${workspacePath(known.id)}`,
        ].join(' '),
      );
    }
  }
}
