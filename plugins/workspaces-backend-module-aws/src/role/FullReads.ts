import { createHash } from 'node:crypto';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Decides when a role is read with all its policies, and not only its own record, whose fingerprint cannot tell that
 * somebody changed the inline policy since. Spread over time, so that no two thousand roles are read at once.
 */
export class FullReads {
  readonly #clock: () => number;
  readonly #intervalMs: number;
  readonly #last = new Map<string, number>();

  constructor(
    options: {
      readonly clock?: () => number;
      readonly intervalMs?: number;
    } = {},
  ) {
    this.#clock = options.clock ?? Date.now;
    this.#intervalMs = options.intervalMs ?? 6 * HOUR_MS;
  }

  /** Whether it is time, counted from when the role was first asked about. */
  isDue(role: string): boolean {
    const now = this.#clock();
    const last = this.#last.get(role);
    if (last === undefined) {
      this.#last.set(role, now - spread(role) * this.#intervalMs);
      return false;
    }
    return now - last >= this.#intervalMs;
  }

  /** It was read now. */
  done(role: string): void {
    this.#last.set(role, this.#clock());
  }

  /** A difference was seen: the next look is a full one. */
  suspect(role: string): void {
    this.#last.set(role, Number.NEGATIVE_INFINITY);
  }

  /** A text that changes once an hour, at a time of its own for each workspace, and when a role is suspected. */
  periodOf(workspaceUid: string, role: string): string {
    const suspected = this.#last.get(role) === Number.NEGATIVE_INFINITY;
    const hours = this.#clock() / HOUR_MS + spread(workspaceUid);
    return `${Math.floor(hours)}${suspected ? ' suspected' : ''}`;
  }
}

/** A number from 0 to 1 that is always the same for a text. */
function spread(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
