import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  Activity,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  StoredStatus,
  StoredWorkspace,
  WorkspaceListener,
  WorkspaceStore,
} from '../../types';
import { isFailure } from '../phase';

/** What a {@link PassAnnouncer} needs. */
export interface PassAnnouncerOptions {
  readonly store: Pick<WorkspaceStore, 'addActivity'>;
  readonly listener: WorkspaceListener;
  readonly logger: LoggerService;
  readonly workspace: StoredWorkspace;
}

/** Tells of what a pass stored: listeners, the activity of the workspace, and the log. */
export class PassAnnouncer {
  readonly #options: PassAnnouncerOptions;
  #told: StoredWorkspace;

  constructor(options: PassAnnouncerOptions) {
    this.#options = options;
    this.#told = options.workspace;
  }

  /** After conditions were stored; what is told is what the database has. */
  async stored(status: StoredStatus): Promise<void> {
    const { listener } = this.#options;
    const previous = this.#told;
    const workspace: StoredWorkspace = { ...previous, ...status };
    this.#told = workspace;
    this.#tell(() => listener.workspaceChanged(workspace));
    if (workspace.phase !== previous.phase) {
      this.#tell(() => listener.phaseChanged(workspace, previous.phase));
      await this.#phaseChanged(workspace, previous.phase);
    }
  }

  /** After the workspace was removed for good. */
  async gone(leftBehind: readonly string[]): Promise<void> {
    const { listener, logger, workspace } = this.#options;
    this.#tell(() => listener.workspaceGone(this.#told));
    logger.info(`Workspace ${workspace.id}: it is deleted.`);
    await this.activity({
      action: 'deleted',
      result: 'success',
      message: ['Deleted.', ...leftBehind].join(' '),
    });
  }

  /** Adds to the activity. A failure is logged: the work goes on without. */
  async activity(
    activity: Pick<Activity, 'action' | 'result' | 'message' | 'details'>,
  ): Promise<void> {
    const { store, logger, workspace } = this.#options;
    try {
      await store.addActivity(workspace.uid, { actor: 'system', ...activity });
    } catch (error) {
      logger.warn(
        `Workspace ${workspace.id}: its activity "${
          activity.action
        }" was not stored: ${stringifyError(error)}`,
      );
    }
  }

  async #phaseChanged(
    workspace: StoredWorkspace,
    previous: Phase,
  ): Promise<void> {
    const { logger } = this.#options;
    const { id, phase } = workspace;
    logger.info(`Workspace ${id}: ${previous} became ${phase}.`);
    if (phase === 'active' && previous !== 'degraded') {
      await this.activity({
        action: 'active',
        result: 'success',
        message: 'Everything is as wanted.',
      });
    } else if (phase === 'error') {
      const failures = workspace.conditions.filter(isFailure);
      await this.activity({
        action: 'failed',
        result: 'failure',
        message: failures[0]?.message ?? 'It could not be set up.',
        details: {
          problems: failures.map(({ type, reason, message, hint }) => ({
            step: type,
            reason,
            message,
            hint,
          })),
        },
      });
    }
  }

  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      const { logger, workspace } = this.#options;
      logger.warn(
        `Workspace ${workspace.id}: a listener failed: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
