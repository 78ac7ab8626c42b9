import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StoredWorkspace, WorkspaceListener } from '../types';

/** What is announced about a workspace: nothing that only its members may know but that it is there. */
export interface WorkspaceAnnouncement {
  readonly workspace: StoredWorkspace;
  readonly message: {
    readonly id: string;
    readonly phase: StoredWorkspace['phase'] | 'gone';
  };
}

/**
 * Announces changes: the first at once, later ones of the same interval together at its end, one per workspace.
 * An announcement that fails is logged and forgotten, since everybody who listens polls too.
 */
export class ChangeThrottle implements WorkspaceListener {
  readonly #announce: (announcement: WorkspaceAnnouncement) => Promise<void>;
  readonly #intervalMs: number;
  readonly #logger: LoggerService;
  readonly #waiting = new Map<string, WorkspaceAnnouncement>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    announce: (announcement: WorkspaceAnnouncement) => Promise<void>;
    intervalMs: number;
    logger: LoggerService;
  }) {
    this.#announce = options.announce;
    this.#intervalMs = options.intervalMs;
    this.#logger = options.logger;
  }

  workspaceChanged(workspace: StoredWorkspace): void {
    this.#add(workspace, workspace.phase);
  }

  phaseChanged(workspace: StoredWorkspace): void {
    this.#add(workspace, workspace.phase);
  }

  workspaceGone(workspace: StoredWorkspace): void {
    this.#add(workspace, 'gone');
  }

  /** Drops what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #add(workspace: StoredWorkspace, phase: StoredWorkspace['phase'] | 'gone') {
    this.#waiting.set(workspace.uid, {
      workspace,
      message: { id: workspace.id, phase },
    });
    if (!this.#timer) {
      this.#flush();
    }
  }

  #flush(): void {
    const announcements = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#timer = undefined;
    if (announcements.length === 0) {
      return;
    }
    this.#timer = setTimeout(() => this.#flush(), this.#intervalMs);
    this.#timer.unref();
    for (const announcement of announcements) {
      this.#announce(announcement).catch(error =>
        this.#logger.warn(
          `Nobody could be told about workspace ${
            announcement.message.id
          }: ${stringifyError(error)}`,
        ),
      );
    }
  }
}
