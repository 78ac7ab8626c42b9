import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';
import { ManagedObjectWatcher } from '../cluster/ManagedObjectWatcher';
import type { ManagedObjectEvent } from '../cluster/ManagedObjectEvent';
import type {
  ClusterRegistry,
  MembershipResolver,
  PeopleResolver,
  Planner,
  ReconcilerConfig,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';
import { DefaultReconciler, type ObjectWatcher } from './DefaultReconciler';
import { WriteLimits } from './pass/WriteLimits';
import { DefaultPlanner } from './planner/DefaultPlanner';
import type { ReconcilerContext } from './ReconcilerContext';
import { ReconcilerMetrics } from './ReconcilerMetrics';
import { StepGraph } from './steps/StepGraph';

/** Options of {@link createReconciler}. */
export interface CreateReconcilerOptions {
  readonly store: WorkspaceStore;
  /** In any order; those that depend on others come after them. */
  readonly steps: readonly WorkspaceStep[];
  readonly clusters: ClusterRegistry;
  readonly membership: MembershipResolver;
  /** Nobody has signed in, unless given. */
  readonly people?: PeopleResolver;
  readonly config: ReconcilerConfig;
  /** Told after each stored change. */
  readonly listener: WorkspaceListener;
  readonly logger: LoggerService;
  /** Nothing is measured without. */
  readonly metrics?: MetricsService;
  /** Nothing is traced without. */
  readonly tracing?: TracingService;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Watches the clusters for changes by others, unless replaced. */
  readonly createWatcher?: (
    onEvent: (event: ManagedObjectEvent) => void,
  ) => ObjectWatcher;
}

const NOBODY: PeopleResolver = {
  peopleOf: async () => [],
  snapshot: async () => NOBODY,
};

/** Makes the reconciler, and the planner that computes with the same steps. Throws when steps do not fit together. */
export function createReconciler(options: CreateReconcilerOptions): {
  readonly reconciler: DefaultReconciler;
  readonly planner: Planner;
} {
  const { store, clusters, config, logger } = options;
  const context: ReconcilerContext = {
    store,
    clusters,
    config,
    logger,
    graph: new StepGraph(options.steps),
    membership: options.membership,
    people: options.people ?? NOBODY,
    listener: options.listener,
    metrics: new ReconcilerMetrics({ metrics: options.metrics, store }),
    tracing: options.tracing,
    writeLimits: new WriteLimits(config.writeConcurrency),
    clock: options.clock ?? Date.now,
    monotonicClock: () => performance.now(),
    random: options.random ?? Math.random,
  };
  const createWatcher =
    options.createWatcher ??
    (onEvent => new ManagedObjectWatcher({ clusters, logger, onEvent }));
  return {
    reconciler: new DefaultReconciler(context, createWatcher),
    planner: new DefaultPlanner(context),
  };
}
