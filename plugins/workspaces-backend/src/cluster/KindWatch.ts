import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type ObjectKind,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { backoffDelay, type BackoffBounds } from './backoff';
import { KnownObjects } from './KnownObjects';
import type { ManagedObjectEvent } from './ManagedObjectEvent';

const LABEL_SELECTOR = `${MANAGED_BY_LABEL}=${MANAGED_BY}`;

/** A watch that ends sooner than this did not work, even when the cluster closed it politely. */
const MIN_LIFETIME_MS = 1_000;

/** What {@link KindWatch} needs. */
export interface KindWatchOptions {
  readonly cluster: string;
  readonly kind: ObjectKind;
  readonly client: () => Promise<ClusterClient>;
  readonly logger: LoggerService;
  readonly backoff: BackoffBounds;
  readonly onEvent: (event: ManagedObjectEvent) => void;
}

/**
 * Follows the metadata of our objects of one kind in one cluster. Lists once, then watches from there; a watch that
 * ends is taken up where it was, and one that is too old to be taken up starts with a list again, whose difference
 * to what was known tells what was missed.
 */
export class KindWatch {
  readonly #options: KindWatchOptions;
  readonly #known: KnownObjects;
  /** Where to watch from; undefined: list first. */
  #resourceVersion: string | undefined;
  #failures = 0;
  #expired = false;

  constructor(options: KindWatchOptions) {
    this.#options = options;
    this.#known = new KnownObjects(options);
  }

  /** Follows until the signal aborts. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const startedAt = Date.now();
      try {
        await this.#follow(signal);
        if (Date.now() - startedAt >= MIN_LIFETIME_MS) {
          this.#failures = 0;
          continue;
        }
        this.#failures += 1;
      } catch (error) {
        this.#failed(error, signal);
      }
      await this.#pause(signal);
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { kind, onEvent } = this.#options;
    const client = await this.#options.client();
    if (this.#resourceVersion === undefined) {
      const list = await client.list(kind, {
        labelSelector: LABEL_SELECTOR,
        metadataOnly: true,
        signal,
      });
      this.#known.replace(list.items).forEach(onEvent);
      this.#resourceVersion = list.resourceVersion;
    }
    const events = client.watch(kind, {
      labelSelector: LABEL_SELECTOR,
      metadataOnly: true,
      resourceVersion: this.#resourceVersion,
      signal,
    });
    for await (const event of events) {
      this.#succeeded();
      this.#resourceVersion =
        event.object.metadata.resourceVersion ?? this.#resourceVersion;
      const change = this.#known.take(event);
      if (change && !signal.aborted) {
        onEvent(change);
      }
    }
  }

  #succeeded(): void {
    if (this.#failures > 0) {
      this.#options.logger.info(`${this.#sentence()} works again.`);
    }
    this.#failures = 0;
  }

  #failed(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) {
      return;
    }
    this.#failures += 1;
    if (error instanceof ClusterError && error.status === 410) {
      this.#resourceVersion = undefined;
      this.#expired = true;
      return;
    }
    const message = `${this.#sentence()} broke and is taken up again: ${error}`;
    if (this.#failures === 1) {
      this.#options.logger.warn(message);
    } else {
      this.#options.logger.debug(message);
    }
  }

  async #pause(signal: AbortSignal): Promise<void> {
    // Too old a version is no fault of the cluster: the list is read at once, unless that happens again and again.
    const atOnce = this.#expired && this.#failures === 1;
    this.#expired = false;
    const wait = atOnce
      ? 0
      : backoffDelay(this.#failures, this.#options.backoff);
    await delay(wait, undefined, { signal }).catch(() => undefined);
  }

  #sentence(): string {
    const { cluster, kind } = this.#options;
    return `Watching ${kind.kind} objects in the cluster "${cluster}"`;
  }
}
