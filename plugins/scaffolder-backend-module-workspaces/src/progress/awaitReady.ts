import { NotFoundError } from '@backstage/errors';
import {
  REASONS,
  type Condition,
  type Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { describeCondition, describeFailure } from '../text/describeCondition';
import { workspacePath } from '../text/workspacePath';
import { outcomeOf } from './outcomeOf';
import { StepLog } from './StepLog';
import { watchWorkspace, type WatchOptions } from './watchWorkspace';

/** Follows a workspace until it can be used. Throws why it cannot, and what to do. */
export async function awaitReady(
  options: WatchOptions & { onWorkspace(workspace: Workspace): void },
): Promise<Workspace> {
  const { id, logger } = options;
  const log = new StepLog(logger);
  for await (const event of watchWorkspace(options)) {
    if (event.type === 'gone') {
      throw new NotFoundError(
        `Team workspace "${id}": ${REASONS.WorkspaceNotFound} (WorkspaceNotFound)`,
      );
    }
    const { workspace } = event;
    options.onWorkspace(workspace);
    log.report(workspace);
    const outcome = outcomeOf(workspace);
    if (outcome.type === 'ready') {
      for (const warning of outcome.warnings) {
        logger.warn(describeCondition(warning));
      }
      logger.info(
        `Team workspace "${workspace.displayName}" (${id}) is ${
          outcome.warnings.length > 0 ? 'usable, but needs repair' : 'active'
        }.`,
      );
      return workspace;
    }
    if (outcome.type === 'failed') {
      throw new Error(describeFailed(workspace, outcome.conditions));
    }
  }
  throw new Error(`Nothing more was heard of team workspace "${id}".`);
}

function describeFailed(
  workspace: Workspace,
  conditions: readonly Condition[],
): string {
  const sentences = [
    workspace.phase === 'deleting'
      ? `Team workspace "${workspace.id}" is being deleted. (WorkspaceDeleting)`
      : `Team workspace "${workspace.id}" could not be set up.`,
    ...conditions.map(
      condition => `${condition.title}: ${describeFailure(condition)}`,
    ),
    ...(workspace.nextAttemptAt
      ? ['Another attempt is going to be made by itself.']
      : []),
    `See ${workspacePath(workspace.id)}`,
  ];
  return sentences.join(' ');
}
