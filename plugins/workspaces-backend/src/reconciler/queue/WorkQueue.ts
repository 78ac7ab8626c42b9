import { stringifyError } from '@backstage/errors';
import { backoffDelay } from '../../cluster/backoff';
import type { ReconcilerContext } from '../ReconcilerContext';
import { WorkspacePass, type PassEnd } from '../pass/WorkspacePass';
import { runPass } from './runPass';
import { Wakeup } from './Wakeup';

/** Between two looks at the queue at least, in milliseconds: the clock of the database may be ahead of ours. */
const MIN_WAIT_MS = 20;

/**
 * Takes due workspaces from the table and runs passes over them, a bounded number at once. The table is the queue:
 * any number of backends take from it, and a kick only makes one look earlier.
 */
export class WorkQueue {
  readonly #reconciler: ReconcilerContext;
  readonly #wakeup = new Wakeup();
  readonly #passes = new Map<WorkspacePass, Promise<void>>();
  #kicks = 0;
  #stopping = false;
  #loop: Promise<void> | undefined;

  constructor(reconciler: ReconcilerContext) {
    this.#reconciler = reconciler;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends passes at their next write, and waits for them. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wakeup.wake();
    this.#passes.forEach((_, pass) => pass.stop());
    await this.#loop;
    await Promise.all(this.#passes.values());
  }

  /** Looks for due workspaces now. */
  kick(): void {
    this.#kicks += 1;
    this.#wakeup.wake();
  }

  async #run(): Promise<void> {
    const { config, logger, random } = this.#reconciler;
    let failures = 0;
    while (!this.#stopping) {
      try {
        const waitMs = await this.#takeWork();
        failures = 0;
        if (waitMs > 0 && !this.#stopping) {
          await this.#wakeup.wait(waitMs);
        }
      } catch (error) {
        failures += 1;
        logger.warn(
          `The queue of workspaces was not read: ${stringifyError(error)}`,
        );
        await this.#wakeup.wait(
          backoffDelay(
            failures,
            { baseMs: MIN_WAIT_MS, maxMs: config.pollIntervalMs },
            random,
          ),
        );
      }
    }
  }

  /** Starts passes over what is due. Returns how long there is nothing to do, in milliseconds. */
  async #takeWork(): Promise<number> {
    const { store, config, clock, monotonicClock } = this.#reconciler;
    const free = config.concurrency - this.#passes.size;
    if (free <= 0) {
      return config.pollIntervalMs;
    }
    const claimedAt = monotonicClock();
    const claims = await store.claimDue(free, config.leaseMs);
    for (const claim of claims) {
      const pass = new WorkspacePass({
        ...claim,
        claimedAt,
        reconciler: this.#reconciler,
      });
      this.#passes.set(pass, this.#work(pass, claim.workspace.id));
      if (this.#stopping) {
        pass.stop();
      }
    }
    if (claims.length === free) {
      return 0;
    }
    // Fewer than there was room for: nothing else is due now.
    const nextDueAt = await store.nextDueAt();
    return nextDueAt
      ? Math.min(
          config.pollIntervalMs,
          Math.max(MIN_WAIT_MS, nextDueAt.getTime() - clock()),
        )
      : config.pollIntervalMs;
  }

  async #work(pass: WorkspacePass, workspaceId: string): Promise<void> {
    const { config, clock } = this.#reconciler;
    const kicks = this.#kicks;
    const wasFull = () => this.#passes.size >= config.concurrency;
    const end: PassEnd = await runPass(this.#reconciler, pass, workspaceId);
    const mayBeMore = wasFull() || kicks !== this.#kicks;
    this.#passes.delete(pass);
    if (mayBeMore) {
      // Either the queue was not emptied, or somebody made a workspace due while we had it.
      this.#wakeup.wake();
    } else if (end.nextAttemptAt) {
      this.#wakeup.wakeIn(end.nextAttemptAt.getTime() - clock());
    }
  }
}
