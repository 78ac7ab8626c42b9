import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import type {
  ClusterRegistry,
  MembershipResolver,
  PeopleResolver,
  ReconcilerConfig,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';
import type { WriteLimits } from './pass/WriteLimits';
import type { ReconcilerMetrics } from './ReconcilerMetrics';
import type { StepGraph } from './steps/StepGraph';

/** What the parts of the reconciler share. */
export interface ReconcilerContext {
  readonly store: WorkspaceStore;
  readonly graph: StepGraph;
  readonly clusters: ClusterRegistry;
  readonly membership: MembershipResolver;
  readonly people: PeopleResolver;
  readonly config: ReconcilerConfig;
  readonly listener: WorkspaceListener;
  readonly logger: LoggerService;
  readonly metrics: ReconcilerMetrics;
  readonly tracing: TracingService | undefined;
  readonly writeLimits: WriteLimits;
  /** Milliseconds since the epoch, for times that people see. */
  readonly clock: () => number;
  /** Milliseconds on a clock that never jumps, for leases. */
  readonly monotonicClock: () => number;
  /** From 0 to 1, spreads waits. */
  readonly random: () => number;
}
