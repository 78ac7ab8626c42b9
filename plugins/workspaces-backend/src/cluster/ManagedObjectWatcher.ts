import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ObjectKind } from '@team-workspaces/backstage-plugin-workspaces-node';
import { MANAGED_KINDS } from '../objects/kinds';
import type { ClusterRegistry } from '../types';
import type { BackoffBounds } from './backoff';
import { EventThrottle } from './EventThrottle';
import { KindWatch } from './KindWatch';
import type { ManagedObjectEvent } from './ManagedObjectEvent';

const DEFAULT_BACKOFF: BackoffBounds = { baseMs: 1_000, maxMs: 60_000 };

/** Deleting a namespace takes its objects one by one: they are told together. */
const DEFAULT_QUIET_MS = 500;

/** What {@link ManagedObjectWatcher} needs. */
export interface ManagedObjectWatcherOptions {
  readonly clusters: ClusterRegistry;
  readonly logger: LoggerService;
  /** Called for changes by others and for deletions, once and then at most every `quietMs` per workspace. */
  readonly onEvent: (event: ManagedObjectEvent) => void;
  /** Kinds that our own steps write, unless given. */
  readonly kinds?: readonly ObjectKind[];
  readonly backoff?: BackoffBounds;
  readonly quietMs?: number;
}

/** Notices in every cluster when somebody else touches objects of ours. Reads metadata only. */
export class ManagedObjectWatcher {
  readonly #options: ManagedObjectWatcherOptions;
  readonly #throttle: EventThrottle;
  #abort: AbortController | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: ManagedObjectWatcherOptions) {
    this.#options = options;
    this.#throttle = new EventThrottle({
      quietMs: options.quietMs ?? DEFAULT_QUIET_MS,
      onEvent: options.onEvent,
    });
  }

  /** Begins to watch; returns at once, whether clusters answer or not. */
  start(): void {
    if (this.#abort) {
      return;
    }
    const abort = new AbortController();
    this.#abort = abort;
    const { clusters, kinds = MANAGED_KINDS } = this.#options;
    const watches = clusters
      .list()
      .flatMap(({ name }) => kinds.map(kind => this.#watch(name, kind)));
    this.#running = Promise.all(watches.map(watch => watch.run(abort.signal)));
  }

  /** Ends all watches. No event comes after it returned. */
  async stop(): Promise<void> {
    this.#abort?.abort();
    this.#abort = undefined;
    await this.#running;
    this.#throttle.clear();
  }

  #watch(cluster: string, kind: ObjectKind): KindWatch {
    const { clusters, logger, backoff = DEFAULT_BACKOFF } = this.#options;
    return new KindWatch({
      cluster,
      kind,
      logger,
      backoff,
      client: () => clusters.client(cluster),
      onEvent: event => this.#throttle.add(event),
    });
  }
}
