import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { WorkspaceStore } from '../types';

/** How a pass ended. */
export type PassOutcome = 'finished' | 'gone' | 'lost' | 'stopped' | 'failed';

/** What the reconciler counts; does nothing without a metrics service. */
export class ReconcilerMetrics {
  readonly #duration: MetricsServiceHistogram | undefined;
  readonly #requests: MetricsServiceHistogram | undefined;
  readonly #failures: MetricsServiceCounter | undefined;
  readonly #drift: MetricsServiceCounter | undefined;

  constructor(options: {
    readonly metrics?: MetricsService;
    readonly store: Pick<WorkspaceStore, 'queueState'>;
  }) {
    const { metrics, store } = options;
    this.#duration = metrics?.createHistogram('workspaces.reconcile.duration', {
      description: 'Time that a pass over a workspace takes',
      unit: 's',
    });
    this.#requests = metrics?.createHistogram('workspaces.reconcile.requests', {
      description: 'Requests to a cluster per pass, by type',
    });
    this.#failures = metrics?.createCounter('workspaces.steps.failed', {
      description: 'Steps that failed, by reason',
    });
    this.#drift = metrics?.createCounter('workspaces.drift.found', {
      description: 'Objects that somebody else changed, by step',
    });
    metrics
      ?.createObservableGauge('workspaces.queue.depth', {
        description: 'Workspaces by state of the queue',
      })
      .addCallback(async gauge => {
        const states = Object.entries(await store.queueState());
        states.forEach(([state, count]) => gauge.observe(count, { state }));
      });
  }

  /** One pass, with its requests to the cluster. */
  passEnded(pass: {
    readonly outcome: PassOutcome;
    readonly durationMs: number;
    readonly reads: number;
    readonly writes: number;
  }): void {
    const { outcome, durationMs, reads, writes } = pass;
    this.#duration?.record(durationMs / 1000, { outcome });
    this.#requests?.record(reads, { type: 'read' });
    this.#requests?.record(writes, { type: 'write' });
  }

  stepFailed(step: string, reason: string): void {
    this.#failures?.add(1, { step, reason });
  }

  driftFound(step: string, objects: number): void {
    this.#drift?.add(objects, { step });
  }
}
