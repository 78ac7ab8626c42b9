import { setTimeout } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import type { ReconcilerContext } from '../ReconcilerContext';
import type { ClusterComparison } from './ClusterComparison';

/** Compares each cluster when the backend starts, and then again and again. */
export class ComparisonSchedule {
  readonly #reconciler: ReconcilerContext;
  readonly #comparison: ClusterComparison;
  readonly #abort = new AbortController();
  #running: Promise<unknown> | undefined;

  constructor(reconciler: ReconcilerContext, comparison: ClusterComparison) {
    this.#reconciler = reconciler;
    this.#comparison = comparison;
  }

  start(): void {
    const names = this.#reconciler.clusters.list().map(({ name }) => name);
    this.#running ??= Promise.all(names.map(name => this.#run(name)));
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  async #run(name: string): Promise<void> {
    const { config, logger, random } = this.#reconciler;
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        await this.#comparison.run(name, signal);
      } catch (error) {
        if (!signal.aborted) {
          logger.warn(
            `Cluster ${name}: workspaces were not compared: ${stringifyError(
              error,
            )}`,
          );
        }
      }
      // Spread by a tenth, so that several backends do not list at the same time for ever.
      const waitMs = config.resyncIntervalMs * (0.9 + random() / 5);
      await setTimeout(waitMs, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }
}
