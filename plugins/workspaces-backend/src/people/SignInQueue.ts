import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { backoffDelay } from '../cluster/backoff';
import { Wakeup } from '../reconciler/queue/Wakeup';
import type { PeopleStore } from '../types';
import type { SignInHandler } from './SignInHandler';

/** Sign-ins handled together, at most: as many as fit into one statement of the store. */
const BATCH_SIZE = 500;

/** How long nobody has to sign in, and how long it may take at most, until those who signed in are handled. */
const QUIET_MS = 25;
const GATHER_MS = 250;

/** What a {@link SignInQueue} works with. */
export interface SignInQueueOptions {
  readonly people: Pick<PeopleStore, 'listPending'>;
  readonly handler: Pick<SignInHandler, 'handle'>;
  /** Has due workspaces looked at now. */
  readonly kick: () => void;
  readonly logger: LoggerService;
  /** How often sign-ins are looked for that another backend left behind. */
  readonly pollIntervalMs: number;
  readonly random?: () => number;
}

/**
 * Handles sign-ins one batch after the other. The queue is the table itself, so sign-ins outlive the backend that they
 * were reported to; two backends that handle the same one come to the same result. Those who begin to work at the same
 * time are handled together, so that a workspace of theirs gets one pass, and not before all of them were answered.
 */
export class SignInQueue {
  readonly #options: SignInQueueOptions;
  readonly #wakeup = new Wakeup();
  #stopping = false;
  #loop: Promise<void> | undefined;

  constructor(options: SignInQueueOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wakeup.wake();
    await this.#loop;
  }

  /** Looks for sign-ins now. */
  kick(): void {
    this.#wakeup.wake();
  }

  async #run(): Promise<void> {
    const { logger, pollIntervalMs, random } = this.#options;
    let failures = 0;
    while (!this.#stopping) {
      try {
        const isEmpty = await this.#handleBatch();
        failures = 0;
        if (isEmpty && !this.#stopping) {
          await this.#untilReported(pollIntervalMs);
        }
      } catch (error) {
        failures += 1;
        logger.warn(
          `Sign-ins wait, since something did not answer: ${stringifyError(
            error,
          )}`,
        );
        const bounds = { baseMs: 1_000, maxMs: 60_000 };
        await this.#wakeup.wait(backoffDelay(failures, bounds, random));
      }
    }
  }

  async #untilReported(maxMs: number): Promise<void> {
    const isReported = await this.#wakeup.wait(maxMs);
    const until = performance.now() + GATHER_MS;
    let mayBeMore = isReported;
    while (mayBeMore && !this.#stopping && performance.now() < until) {
      mayBeMore = await this.#wakeup.wait(QUIET_MS);
    }
  }

  /** Whether nothing is left to do. */
  async #handleBatch(): Promise<boolean> {
    const { people, handler, kick, logger } = this.#options;
    const signIns = await people.listPending(BATCH_SIZE);
    if (signIns.length === 0) {
      return true;
    }
    const due = await handler.handle(signIns);
    if (due > 0) {
      logger.debug(
        `After ${signIns.length} sign-ins, ${due} workspaces lack ServiceAccounts.`,
      );
      kick();
    }
    return signIns.length < BATCH_SIZE;
  }
}
