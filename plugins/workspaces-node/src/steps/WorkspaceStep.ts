import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Change,
  Problem,
  Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ClusterClient,
  KubernetesObject,
  ObjectIdentity,
  ObjectKind,
} from '../cluster';
import type { Workspace } from '../workspace';

/** A member of a workspace, or a Group whose members are. @public */
export interface WorkspaceMember {
  /** Entity ref of a User or Group. */
  readonly subject: string;
  readonly role: Exclude<Role, 'none' | 'portal-admin'>;
}

/**
 * Somebody with a role in a workspace, directly or through Groups, who has signed in at least once.
 *
 * @public
 */
export interface WorkspacePerson {
  /** Entity ref of the User. */
  readonly ref: string;
  /** The highest role of the person in the workspace. */
  readonly role: WorkspaceMember['role'];
  /** Subject as the identity provider calls the person, or the entity ref. */
  readonly subject: string;
  /** Name of the ServiceAccount of the person in every namespace: `user-{slug}`. */
  readonly serviceAccount: string;
}

/** Our record of an object that we made or adopted. @public */
export interface ObjectRecord extends ObjectIdentity {
  readonly uid: string;
  readonly step: string;
  readonly adopted: boolean;
}

/**
 * Our records of objects: the truth about what is ours. Each method is durable when it returns, unless it is told
 * otherwise, and throws when the lease on the workspace is lost.
 *
 * @public
 */
export interface ObjectRecords {
  /** Records of this workspace. */
  list(): readonly ObjectRecord[];
  find(identity: ObjectIdentity): ObjectRecord | undefined;
  /**
   * Adds or replaces records. Deferred ones are found at once and stored by the end of the pass: for objects that the
   * next pass finds by itself when this one is cut, namespaces by their creation token and others by our labels.
   */
  put(
    records: readonly ObjectRecord[],
    options?: { readonly deferred?: boolean },
  ): Promise<void>;
  remove(records: readonly ObjectIdentity[]): Promise<void>;
  /**
   * The token under which creations of namespaces of this workspace are announced: stable per workspace, random,
   * stored before the first creation. A namespace that carries it was made by us.
   */
  readonly creationToken: string;
}

/** Reads objects as they are now; of the cluster itself, or of a snapshot of a whole cluster. @public */
export interface ObjectReader {
  get(identity: ObjectIdentity): Promise<KubernetesObject | undefined>;
  /** Objects of a kind in a namespace that carry our labels for this workspace. */
  listManaged(kind: ObjectKind, namespace: string): Promise<KubernetesObject[]>;
}

/** One write that a plan holds. @public */
export interface PlannedChange extends Change {
  /** The object as it should be; absent for deletions. */
  readonly desired?: KubernetesObject;
  /** The object as it was found; absent for creations. */
  readonly live?: KubernetesObject;
}

/** The difference that one step found. @public */
export interface StepPlan {
  readonly changes: readonly PlannedChange[];
  /** What keeps the step from being applied; nothing is written while there is one. */
  readonly problems: readonly Problem[];
  /**
   * Why single objects are left as they are while the rest is applied, such as one that is somebody else's. The step
   * counts as failed with the first of them afterwards.
   */
  readonly objectProblems?: readonly Problem[];
  /** How many objects the step is about, to show progress. */
  readonly total: number;
  /** Of removal: what stays although the workspace goes, one sentence each. */
  readonly leftBehind?: readonly string[];
}

/** What a step works with during one pass. @public */
export interface StepContext {
  readonly workspace: Workspace;
  /** Members with direct Groups and, by configuration, Groups below them. */
  readonly members: readonly WorkspaceMember[];
  /** The people behind the members who have signed in. */
  readonly people: readonly WorkspacePerson[];
  /** Undefined when the cluster of the workspace is not configured. */
  readonly cluster: ClusterClient;
  /** Ranges of the cluster that "outside" leaves out. */
  readonly internalCidrs: readonly string[];
  readonly reader: ObjectReader;
  readonly records: ObjectRecords;
  /**
   * Names of namespaces that do not exist yet, found out by the plan of the namespace step in this pass: nothing
   * in them needs to be read.
   */
  readonly absentNamespaces: Set<string>;
  readonly logger: LoggerService;
  /** Aborts when the pass ends early, such as by loss of the lease or shutdown. */
  readonly signal: AbortSignal;
  /**
   * Runs one write. Throws before it when the lease is lost; counts it, and bounds how many run at once.
   * Every write of a step goes through it. Writes of a lane, such as an AWS account, are bounded apart from those to
   * the cluster, so that neither waits for the other.
   */
  write<T>(
    operation: () => Promise<T>,
    options?: { readonly lane?: string },
  ): Promise<T>;
  /** Reports objects that are as they should be. */
  progress(done: number, total: number): void;
}

/**
 * One part of what a workspace is made of. Steps are level-triggered: each pass compares what is wanted with
 * what is there, and no pass assumes that an earlier one ran.
 *
 * `plan` is the only place that computes a difference: preview, drift detection and apply all use it.
 *
 * @public
 */
export interface WorkspaceStep {
  /** Stable, lower case with hyphens, such as `network-policies`; also the type of the condition. */
  readonly id: string;
  /** Shown to people, such as `Network policies`. */
  readonly title: string;
  /** Ids of steps that must be ready before this one is applied. */
  readonly dependsOn: readonly string[];
  /** Whether the workspace is unusable without it; failing of others only degrades it. */
  readonly essential: boolean;
  /**
   * Whether the plan follows from the workspace, its members and what `context.reader` gives alone. Such a step
   * need not plan again while none of these changed. Absent counts as no.
   */
  readonly readsClusterOnly?: boolean;
  /**
   * Of a step that looks at something beside the cluster: a text that changes when the workspace has to be planned
   * again although nothing in the cluster changed, such as once an hour. Asks nobody.
   */
  comparisonKey?(workspace: Workspace): string;
  /** Compares. Writes nothing. */
  plan(context: StepContext): Promise<StepPlan>;
  /** Makes the changes of a plan. May be cut short after any write, and run again. */
  apply(context: StepContext, plan: StepPlan): Promise<void>;
  /** What removal would delete. Writes nothing. */
  planRemoval(context: StepContext): Promise<StepPlan>;
  /** Deletes what is ours. Throws a {@link StepPendingError} while something is still going away. */
  remove(context: StepContext, plan: StepPlan): Promise<void>;
}
