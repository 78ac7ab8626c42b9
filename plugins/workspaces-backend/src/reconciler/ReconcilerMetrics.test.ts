import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ReconcilerMetrics } from './ReconcilerMetrics';

const store = {
  queueState: async () => ({ due: 1, working: 2, waiting: 3, stopped: 4 }),
};

describe('ReconcilerMetrics', () => {
  it('counts passes, requests, failures and drift, and reads the queue', async () => {
    const seen: unknown[][] = [];
    const instrument = (name: string) => ({
      add: (...values: unknown[]) => seen.push([name, ...values]),
      record: (...values: unknown[]) => seen.push([name, ...values]),
    });
    let readQueue: (gauge: object) => Promise<void> = async () => {};
    const metrics = {
      createHistogram: instrument,
      createCounter: instrument,
      createObservableGauge: () => ({
        addCallback: (callback: typeof readQueue) => {
          readQueue = callback;
        },
      }),
    } as unknown as MetricsService;
    const reconcilerMetrics = new ReconcilerMetrics({ metrics, store });
    reconcilerMetrics.passEnded({
      outcome: 'finished',
      durationMs: 1_500,
      reads: 3,
      writes: 27,
    });
    reconcilerMetrics.stepFailed('rbac', 'RbacInsufficient');
    reconcilerMetrics.driftFound('rbac', 2);
    await readQueue({
      observe: (...values: unknown[]) => seen.push(['queue', ...values]),
    });
    expect(seen).toEqual([
      ['workspaces.reconcile.duration', 1.5, { outcome: 'finished' }],
      ['workspaces.reconcile.requests', 3, { type: 'read' }],
      ['workspaces.reconcile.requests', 27, { type: 'write' }],
      [
        'workspaces.steps.failed',
        1,
        { step: 'rbac', reason: 'RbacInsufficient' },
      ],
      ['workspaces.drift.found', 2, { step: 'rbac' }],
      ['queue', 1, { state: 'due' }],
      ['queue', 2, { state: 'working' }],
      ['queue', 3, { state: 'waiting' }],
      ['queue', 4, { state: 'stopped' }],
    ]);
  });

  it('does nothing without a service', () => {
    const metrics = new ReconcilerMetrics({ store });
    expect(() => metrics.stepFailed('rbac', 'X')).not.toThrow();
  });
});
