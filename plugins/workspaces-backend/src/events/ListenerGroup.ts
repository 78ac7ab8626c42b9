import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StoredWorkspace, WorkspaceListener } from '../types';

/** Tells several listeners. What fails in one neither reaches the others nor whoever made the change. */
export class ListenerGroup implements WorkspaceListener {
  readonly #listeners: WorkspaceListener[] = [];
  readonly #logger: LoggerService;

  constructor(options: { logger: LoggerService }) {
    this.#logger = options.logger;
  }

  add(listener: WorkspaceListener): void {
    this.#listeners.push(listener);
  }

  workspaceChanged(workspace: StoredWorkspace): void {
    this.#tell(workspace, listener => listener.workspaceChanged(workspace));
  }

  phaseChanged(
    workspace: StoredWorkspace,
    previous: StoredWorkspace['phase'] | undefined,
  ): void {
    this.#tell(workspace, listener =>
      listener.phaseChanged(workspace, previous),
    );
  }

  workspaceGone(workspace: StoredWorkspace): void {
    this.#tell(workspace, listener => listener.workspaceGone(workspace));
  }

  #tell(
    workspace: StoredWorkspace,
    call: (listener: WorkspaceListener) => void,
  ): void {
    for (const listener of this.#listeners) {
      try {
        call(listener);
      } catch (error) {
        this.#logger.warn(
          `A listener failed about workspace ${workspace.id}: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
