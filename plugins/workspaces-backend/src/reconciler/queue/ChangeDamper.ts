/** Changes of one workspace that are followed up at once. */
const FREE_CHANGES = 10;

/** The first wait after these, and the longest, in milliseconds. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** A workspace that was left alone for so long starts afresh, in milliseconds. */
const FORGET_AFTER_MS = 2 * LONGEST_WAIT_MS;

interface Changes {
  count: number;
  lastAt: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Follows changes of a workspace up at once at first, and later and later when they go on and on: two programs that
 * undo each other's work must not keep the cluster, and the activity of the workspace, busy for ever.
 */
export class ChangeDamper {
  readonly #follow: (workspaceId: string) => void;
  readonly #changes = new Map<string, Changes>();

  constructor(follow: (workspaceId: string) => void) {
    this.#follow = follow;
  }

  /** Somebody changed something of a workspace. */
  add(workspaceId: string): void {
    this.#forget();
    const changes = this.#changes.get(workspaceId) ?? {
      count: 0,
      lastAt: 0,
      timer: undefined,
    };
    this.#changes.set(workspaceId, changes);
    changes.lastAt = performance.now();
    if (changes.timer) {
      // What is going to be followed up looks at the whole workspace.
      return;
    }
    changes.count += 1;
    const excess = changes.count - FREE_CHANGES;
    if (excess <= 0) {
      this.#follow(workspaceId);
      return;
    }
    changes.timer = setTimeout(() => {
      changes.timer = undefined;
      this.#follow(workspaceId);
    }, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (excess - 1)));
    changes.timer.unref();
  }

  /** Follows nothing up any more. */
  clear(): void {
    this.#changes.forEach(({ timer }) => clearTimeout(timer));
    this.#changes.clear();
  }

  #forget(): void {
    const before = performance.now() - FORGET_AFTER_MS;
    this.#changes.forEach(({ lastAt, timer }, workspaceId) => {
      if (!timer && lastAt < before) {
        this.#changes.delete(workspaceId);
      }
    });
  }
}
