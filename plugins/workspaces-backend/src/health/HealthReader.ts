import type {
  ClusterHealth,
  Health,
  HealthCheck,
  QueueHealth,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** Looks at one dependency. Never throws: what is wrong is the answer. */
export type HealthProbe = () => Promise<HealthCheck>;

/** Reads the state of everything that workspaces depend on. */
export class HealthReader {
  readonly #readClusters: () => Promise<ClusterHealth[]>;
  readonly #readQueue: () => Promise<QueueHealth>;
  readonly #probes: readonly HealthProbe[];
  readonly #readIam: () => Promise<HealthCheck[]>;

  constructor(options: {
    readClusters: () => Promise<ClusterHealth[]>;
    readQueue: () => Promise<QueueHealth>;
    probes: readonly HealthProbe[];
    /** What the provider of AWS roles tells; nothing, unless given. */
    readIam?: () => Promise<HealthCheck[]>;
  }) {
    this.#readClusters = options.readClusters;
    this.#readQueue = options.readQueue;
    this.#probes = options.probes;
    this.#readIam = options.readIam ?? (async () => []);
  }

  async read(): Promise<Health> {
    const [clusters, queue, ...checkLists] = await Promise.all([
      this.#readClusters(),
      // The probe of the database says what is wrong when this fails.
      this.#readQueue().catch(() => ({
        due: 0,
        working: 0,
        waiting: 0,
        stopped: 0,
      })),
      Promise.all(this.#probes.map(probe => probe())),
      this.#readIam(),
    ]);
    const checks = checkLists.flat();
    return { status: worstOf(clusters, checks), clusters, queue, checks };
  }
}

function worstOf(
  clusters: readonly ClusterHealth[],
  checks: readonly HealthCheck[],
): Health['status'] {
  const states = new Set<Health['status']>(checks.map(({ status }) => status));
  if (clusters.length === 0 || clusters.some(({ reachable }) => !reachable)) {
    states.add('failed');
  }
  if (clusters.some(({ missingRights }) => missingRights.length > 0)) {
    states.add('warning');
  }
  if (states.has('failed')) {
    return 'failed';
  }
  return states.has('warning') ? 'warning' : 'ok';
}
