import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Condition,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { describeCondition } from '../text/describeCondition';

/** Logs one line for each transition of a step, and nothing for a step that stays as it is. */
export class StepLog {
  readonly #logger: LoggerService;
  readonly #seen = new Map<string, string>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  report(workspace: Workspace): void {
    for (const condition of workspace.conditions) {
      const state = stateOf(condition);
      const changed = this.#seen.get(condition.type) !== state;
      this.#seen.set(condition.type, state);
      if (!changed || condition.reason === 'Waiting') {
        continue;
      }
      const line = describeCondition(condition);
      if (condition.status === 'False') {
        this.#logger.warn(line);
      } else {
        this.#logger.info(line);
      }
    }
  }
}

/** Counts are left out: a step with hundreds of objects should not fill the log. */
function stateOf({ status, reason, message }: Condition): string {
  return status === 'False'
    ? `${status} ${reason} ${message}`
    : `${status} ${reason}`;
}
