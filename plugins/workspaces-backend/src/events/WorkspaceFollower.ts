import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  StoredWorkspace,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';

/** How often other backends' changes are looked for, in milliseconds. */
const POLL_INTERVAL_MS = 1_000;

interface Followed {
  version: number;
  readonly listeners: Set<() => void>;
}

/**
 * Tells followers of single workspaces about changes: at once of those made by this backend, and within a second
 * of those made by another one, by comparing versions. Asks the database only while somebody follows.
 */
export class WorkspaceFollower implements WorkspaceListener {
  readonly #store: Pick<WorkspaceStore, 'findByUid' | 'versionsOf'>;
  readonly #logger: LoggerService;
  readonly #followed = new Map<string, Followed>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    store: Pick<WorkspaceStore, 'findByUid' | 'versionsOf'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Aborts when following ends for everybody, on shutdown. */
  get stopped(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Calls back after each change since a version, and when the workspace is gone. Returns how to end that. */
  follow(
    workspace: Pick<StoredWorkspace, 'uid' | 'version'>,
    onChange: () => void,
  ): () => void {
    const { uid, version } = workspace;
    const followed = this.#followed.get(uid) ?? {
      version,
      listeners: new Set(),
    };
    followed.version = Math.min(followed.version, version);
    followed.listeners.add(onChange);
    this.#followed.set(uid, followed);
    this.#schedule();
    return () => {
      followed.listeners.delete(onChange);
      if (followed.listeners.size === 0) {
        this.#followed.delete(uid);
      }
    };
  }

  /** Whether a workspace is still there. */
  async exists(uid: string): Promise<boolean> {
    return (await this.#store.findByUid(uid)) !== undefined;
  }

  workspaceChanged({ uid, version }: StoredWorkspace): void {
    this.#tell(uid, version);
  }

  phaseChanged({ uid, version }: StoredWorkspace): void {
    this.#tell(uid, version);
  }

  workspaceGone({ uid }: StoredWorkspace): void {
    this.#tell(uid, undefined);
  }

  /** Ends following for everybody. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    this.#followed.clear();
  }

  #tell(uid: string, version: number | undefined): void {
    const followed = this.#followed.get(uid);
    if (followed && followed.version !== version) {
      // Nothing follows after "gone" but the end; it is told once.
      followed.version = version ?? NaN;
      followed.listeners.forEach(listener => listener());
    }
  }

  #schedule(): void {
    if (this.#timer || this.#stopping.signal.aborted) {
      return;
    }
    this.#timer = setTimeout(() => this.#poll(), POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  async #poll(): Promise<void> {
    try {
      const uids = [...this.#followed.keys()];
      const versions = await this.#store.versionsOf(uids);
      uids.forEach(uid => this.#tell(uid, versions.get(uid)));
    } catch (error) {
      this.#logger.warn(
        `Changes made by other backends were not looked for: ${stringifyError(
          error,
        )}`,
      );
    }
    this.#timer = undefined;
    if (this.#followed.size > 0) {
      this.#schedule();
    }
  }
}
