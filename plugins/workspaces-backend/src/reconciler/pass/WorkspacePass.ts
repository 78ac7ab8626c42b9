/**
 * One pass over one workspace: the protocol by which the cluster comes to be what the database wants.
 *
 *  1. The queue claimed the workspace: a lease, a token and the mark of its due time are in its row. Claiming does
 *     not touch the due time, so a pass that dies leaves a workspace that is due and whose lease runs out.
 *  2. Everything the pass knows was read after the claim: records with it, members and objects now. Nothing is
 *     carried over from earlier passes, which may have been cut after any single write.
 *  3. Steps run as a graph. Each plans, which writes nothing, and applies what differs. A step that is not ready
 *     holds back those that depend on it and nobody else.
 *  4. Every write asks the lease keeper first. By our own clock the lease ends before the database would give it
 *     to somebody else, so no write of ours begins after another pass has begun. One that is on its way then can
 *     still arrive; it does no harm because writes are server-side applies of what is wanted, creations that fail
 *     when the object exists, and deletions bound to a UID.
 *  5. Records are stored after the writes they are about, and each in a statement that checks the lease. When the
 *     pass dies in between, the next one finds the objects again: namespaces by the creation token, which was
 *     stored with the workspace, and other objects by their labels, as they are only looked for in namespaces that
 *     are ours.
 *  6. Conditions are stored in the middle only for people to see. The end stores them with phase, attempts and the
 *     time of the next attempt, and gives the lease back, in one statement. That statement compares the mark of
 *     the due time with the one of the claim: a change, a retry, a deletion or a watch event during the pass moved
 *     it on, and then the workspace stays due. What was restarted meanwhile keeps its fresh state.
 *  7. A pass that lost its lease stores nothing and says nothing. One that is stopped gives the workspace back.
 */
import { stringifyError } from '@backstage/errors';
import type {
  ObjectRecord,
  PlannedChange,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { Claim, StoredWorkspace } from '../../types';
import { computePhase } from '../phase';
import type { PassOutcome } from '../ReconcilerMetrics';
import type { ReconcilerContext } from '../ReconcilerContext';
import { concludePass } from './concludePass';
import { ConditionBoard } from './ConditionBoard';
import type { StepFailure } from './describeFailure';
import { describeDrift, toChange } from './drift';
import { LeaseKeeper, PassStoppedError } from './LeaseKeeper';
import { PassAnnouncer } from './PassAnnouncer';
import { PassContext } from './PassContext';
import { ProgressSaver } from './ProgressSaver';
import { StepProvision } from './StepProvision';
import { StepRemoval } from './StepRemoval';
import type { StepResult } from './StepResult';

/** Changes that the activity of a workspace names at most. */
const MAX_CHANGES_TOLD = 50;

/** What came of a pass. */
export interface PassEnd {
  readonly outcome: PassOutcome;
  readonly nextAttemptAt?: Date;
  readonly reads: number;
  readonly writes: number;
}

/** One pass; see the head of this file. */
export class WorkspacePass {
  readonly #reconciler: ReconcilerContext;
  readonly #workspace: StoredWorkspace;
  readonly #records: Claim['records'];
  readonly #keeper: LeaseKeeper;
  readonly #board: ConditionBoard;
  readonly #saver: ProgressSaver;
  readonly #announcer: PassAnnouncer;
  readonly #leftBehind: string[] = [];
  #attemptFailed = false;
  #context: PassContext | undefined;

  constructor(
    options: Claim & {
      readonly reconciler: ReconcilerContext;
      /** When the claim was sent, in milliseconds of the reconciler's monotonic clock. */
      readonly claimedAt: number;
    },
  ) {
    const { reconciler, workspace, records } = options;
    this.#reconciler = reconciler;
    this.#workspace = workspace;
    this.#records = records;
    this.#keeper = new LeaseKeeper({
      ...options,
      store: reconciler.store,
      leaseMs: reconciler.config.leaseMs,
      now: reconciler.monotonicClock,
    });
    this.#board = new ConditionBoard({
      steps: reconciler.graph.steps,
      previous: workspace.conditions,
      generation: workspace.generation,
      clock: reconciler.clock,
    });
    this.#saver = new ProgressSaver(() => this.#saveProgress());
    this.#announcer = new PassAnnouncer({ ...reconciler, workspace });
  }

  /** Ends the pass at its next write. */
  stop(): void {
    this.#keeper.stop();
  }

  /** Runs the pass. Never rejects. */
  async run(): Promise<PassEnd> {
    try {
      const results = await this.#runSteps();
      await this.#saver.close();
      const records = await this.#context?.takeDeferredRecords();
      return this.#keeper.signal.aborted
        ? await this.#abandon()
        : await this.#conclude(results, records);
    } catch (error) {
      this.#reconciler.logger.error(
        `Workspace ${this.#workspace.id}: a pass failed: ${stringifyError(
          error,
        )}`,
      );
      return this.#end('failed');
    } finally {
      this.#keeper.close();
    }
  }

  async #runSteps(): Promise<Map<string, StepResult>> {
    const { graph, config } = this.#reconciler;
    const context = await this.#createContext();
    const shared = {
      board: this.#board,
      saver: this.#saver,
      stepTimeoutMs: config.stepTimeoutMs,
      scopeOf: (step: WorkspaceStep) =>
        context().forStep((done, total) => {
          this.#board.progress(step.id, done, total);
          this.#saver.progress();
        }),
      onFailure: (step: WorkspaceStep, failure: StepFailure) =>
        this.#stepFailed(step, failure),
    };
    if (this.#workspace.deletionRequestedAt) {
      const removal = new StepRemoval({
        ...shared,
        onLeftBehind: sentences => this.#leftBehind.push(...sentences),
      });
      return graph.backward(removal.run);
    }
    const provision = new StepProvision({
      ...shared,
      drift: config.drift,
      wasComplete:
        this.#workspace.observedGeneration >= this.#workspace.generation,
      onDrift: (...drift) => this.#driftNoticed(...drift),
    });
    return graph.forward(provision.run);
  }

  /** The shared context, or what throws why there is none, for the steps to report. */
  async #createContext(): Promise<() => PassContext> {
    try {
      const context = await PassContext.create({
        ...this.#reconciler,
        workspace: this.#workspace,
        records: this.#records,
        keeper: this.#keeper,
      });
      this.#context = context;
      return () => context;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }

  async #conclude(
    results: Map<string, StepResult>,
    records: readonly ObjectRecord[] = [],
  ): Promise<PassEnd> {
    const { store, config, clock, random } = this.#reconciler;
    const { lease } = this.#keeper;
    const isGone =
      this.#workspace.deletionRequestedAt !== undefined &&
      [...results.values()].every(({ type }) => type === 'ready');
    if (isGone) {
      if (!(await store.removeWorkspace(lease))) {
        return this.#end('lost');
      }
      await this.#announcer.gone(this.#leftBehind);
      return this.#end('gone');
    }
    const result = concludePass({
      workspace: this.#workspace,
      conditions: this.#board.list(),
      results,
      config,
      now: clock(),
      random,
    });
    const stored = await store.finishPass(lease, { ...result, records });
    if (!stored) {
      return this.#end('lost');
    }
    await this.#announcer.stored(stored);
    return { ...this.#end('finished'), nextAttemptAt: result.nextAttemptAt };
  }

  async #abandon(): Promise<PassEnd> {
    const { store, logger } = this.#reconciler;
    if (this.#keeper.signal.reason instanceof PassStoppedError) {
      await store.releaseLease(this.#keeper.lease);
      return this.#end('stopped');
    }
    logger.warn(
      `Workspace ${
        this.#workspace.id
      }: a pass ended early because its lease was lost.`,
    );
    return this.#end('lost');
  }

  async #saveProgress(): Promise<void> {
    const { store, config, logger } = this.#reconciler;
    if (this.#keeper.signal.aborted) {
      return;
    }
    const conditions = this.#board.list();
    const phase = computePhase({
      ...this.#workspace,
      conditions,
      deletionRequested: this.#workspace.deletionRequestedAt !== undefined,
      attempts: this.#workspace.attempts + (this.#attemptFailed ? 1 : 0),
      attemptsBeforeError: config.attemptsBeforeError,
    });
    try {
      const stored = await store.saveProgress(
        this.#keeper.lease,
        conditions,
        phase,
      );
      if (stored) {
        await this.#announcer.stored(stored);
      } else {
        this.#keeper.lose();
      }
    } catch (error) {
      logger.warn(
        `Workspace ${
          this.#workspace.id
        }: its progress was not stored: ${stringifyError(error)}`,
      );
    }
  }

  #stepFailed(step: WorkspaceStep, failure: StepFailure): void {
    if (this.#keeper.signal.aborted) {
      return;
    }
    const { logger, metrics } = this.#reconciler;
    const { reason, message } = failure.problem;
    const before = this.#board.find(step.id);
    this.#attemptFailed = true;
    if (!failure.pending) {
      metrics.stepFailed(step.id, reason);
    }
    if (before.reason !== reason || before.message !== message) {
      logger[failure.pending ? 'info' : 'warn'](
        `Workspace ${this.#workspace.id}: ${step.title}: ${reason}: ${message}`,
      );
    }
  }

  async #driftNoticed(
    action: 'drift-found' | 'drift-healed',
    step: WorkspaceStep,
    drift: readonly PlannedChange[],
  ): Promise<void> {
    const { logger, metrics } = this.#reconciler;
    const isFound = action === 'drift-found';
    const message = `${step.title}: ${describeDrift(drift)}`;
    if (isFound) {
      metrics.driftFound(step.id, drift.length);
      logger.info(`Workspace ${this.#workspace.id}: ${message}`);
    }
    await this.#announcer.activity({
      action,
      result: isFound ? 'info' : 'success',
      message: isFound ? message : `${message} It is as wanted again.`,
      details: { changes: drift.slice(0, MAX_CHANGES_TOLD).map(toChange) },
    });
  }

  #end(outcome: PassOutcome): PassEnd {
    const { reads = 0, writes = 0 } = this.#context ?? {};
    return { outcome, reads, writes };
  }
}
