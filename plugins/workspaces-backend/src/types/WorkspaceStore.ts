import type {
  Activity,
  ActivityFilters,
  Condition,
  IamSync,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecord,
  Workspace,
  WorkspaceFilter,
  WorkspaceMember,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ActivityQuery } from './ActivityQuery';

/** A member with a row of its own, and where it comes from. */
export interface StoredMember extends WorkspaceMember {
  readonly source: 'requester' | 'added';
  /** Entity ref. */
  readonly addedBy: string | undefined;
  /** ISO 8601. */
  readonly addedAt: string | undefined;
}

/** A workspace as stored: what is wanted, and how far we are. */
export interface StoredWorkspace extends Workspace {
  readonly conditions: readonly Condition[];
  readonly creationToken: string;
  readonly updatedAt: string;
  readonly deletionRequestedAt: string | undefined;
  readonly deletionRequestedBy: string | undefined;
  readonly lastPassAt: string | undefined;
  /** Undefined when only a retry or a change moves it on. */
  readonly nextAttemptAt: string | undefined;
  readonly attempts: number;
  /** Grows with every stored change of status or content: what followers of a workspace compare. */
  readonly version: number;
  /** Members with a row of their own; the owner Group is not among them. */
  readonly members: readonly StoredMember[];
  /** The latest result of writing the role to every ServiceAccount. */
  readonly lastIamSync: IamSync | undefined;
}

/** A workspace right after its status was stored: all that its own row holds. */
export type StoredStatus = Omit<StoredWorkspace, 'members' | 'namespaces'>;

/** What a new workspace is stored with. */
export interface NewWorkspace {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly owner: string;
  readonly cluster: string;
  readonly quotaProfile: string;
  readonly createdBy: string;
  /** Names and profiles of its namespaces. */
  readonly namespaces: readonly {
    readonly name: string;
    readonly suffix: string;
    readonly networkProfile: string;
  }[];
  readonly members: readonly WorkspaceMember[];
}

/** A boolean combination of filters, as the permission framework makes them. */
export type FilterTree =
  | WorkspaceFilter
  | { readonly allOf: readonly FilterTree[] }
  | { readonly anyOf: readonly FilterTree[] }
  | { readonly not: FilterTree };

/** Which workspaces to list. */
export interface WorkspaceQuery {
  /** What the caller may see; undefined for everything. */
  readonly visible?: FilterTree;
  /** Entity refs of the caller, for the tab of own workspaces. */
  readonly mine?: readonly string[];
  /** Those that are in error, degraded, or past their expiry. */
  readonly attention?: boolean;
  readonly text?: string;
  readonly owners?: readonly string[];
  readonly phases?: readonly Phase[];
  readonly reason?: string;
  readonly orderBy?: 'name' | 'owner' | 'phase' | 'createdAt';
  readonly order?: 'asc' | 'desc';
  readonly limit: number;
  readonly offset: number;
}

/** Fields of a workspace that a change may name. */
export interface WorkspacePatch {
  readonly displayName?: string;
  readonly description?: string;
  readonly quotaProfile?: string;
  readonly protected?: boolean;
  readonly expiresAt?: string | null;
}

/** A member to add, or its other role. */
export interface MemberChange extends WorkspaceMember {
  /** Entity ref of who makes the change. */
  readonly actor: string;
}

/** A claim on a workspace, with which the reconciler may write for a while. */
export interface Lease {
  readonly workspaceUid: string;
  /** Identifies this claim; another claim of the same workspace has another token. */
  readonly token: string;
}

/** A workspace that is claimed, as it is stored right after the claim, with the records of its objects. */
export interface Claim {
  readonly workspace: StoredWorkspace;
  readonly records: readonly ObjectRecord[];
  readonly lease: Lease;
}

/** What a pass found out. */
export interface PassResult {
  readonly conditions: readonly Condition[];
  readonly phase: Phase;
  /** The generation that is now complete; undefined when it is not. */
  readonly observedGeneration: number | undefined;
  readonly attempts: number;
  /** Undefined: wait for a retry, a change, a watch or the next comparison of the whole cluster. */
  readonly nextAttemptAt: Date | undefined;
  /** Records to add or replace at the same time. */
  readonly records?: readonly ObjectRecord[];
}

/**
 * Where workspaces are kept; SQLite and PostgreSQL. Methods that take a lease change nothing and return false, or
 * throw `LeaseLostError`, when the lease is not held any more.
 */
export interface WorkspaceStore {
  /** Throws ConflictError when the id is taken, or when the owner has `limit` workspaces already. */
  create(workspace: NewWorkspace, limit: number): Promise<StoredWorkspace>;
  findById(id: string): Promise<StoredWorkspace | undefined>;
  findByUid(uid: string): Promise<StoredWorkspace | undefined>;
  /** Present versions by uid, in one cheap statement; workspaces that are gone are left out. */
  versionsOf(uids: readonly string[]): Promise<Map<string, number>>;
  list(
    query: WorkspaceQuery,
  ): Promise<{ items: StoredWorkspace[]; totalItems: number }>;
  /** Workspaces by id, those with an id after `after`: nothing is left out by what changes between two pages. */
  listById(page: {
    readonly after?: string;
    readonly ids?: readonly string[];
    readonly limit: number;
  }): Promise<StoredWorkspace[]>;
  count(query: Omit<WorkspaceQuery, 'limit' | 'offset'>): Promise<number>;
  countByOwner(owners: readonly string[]): Promise<Map<string, number>>;
  /** New revision; new generation too, and due now, when something changed that steps depend on. Undefined: stale revision. */
  update(
    uid: string,
    revision: number,
    patch: WorkspacePatch,
  ): Promise<StoredWorkspace | undefined>;
  /** Marks for deletion and makes due now. Undefined: stale revision, or protected meanwhile. */
  requestDeletion(
    uid: string,
    revision: number,
    actor: string,
  ): Promise<StoredWorkspace | undefined>;
  /** Makes due now and forgets earlier attempts. */
  makeDue(uid: string, options?: { resetAttempts?: boolean }): Promise<void>;
  /**
   * Adds a member or changes the role of one. New revision and generation, and due now. Undefined: stale revision,
   * or being deleted meanwhile.
   */
  setMember(
    uid: string,
    revision: number,
    change: MemberChange,
  ): Promise<StoredWorkspace | undefined>;
  /** Removes a member, otherwise as {@link setMember}. */
  removeMember(
    uid: string,
    revision: number,
    subject: string,
  ): Promise<StoredWorkspace | undefined>;
  /**
   * Gives the workspace to another Group, whose own row goes, otherwise as {@link setMember}. Throws ConflictError
   * when the Group has `limit` workspaces already.
   */
  transfer(
    uid: string,
    revision: number,
    change: { readonly owner: string; readonly limit: number },
  ): Promise<StoredWorkspace | undefined>;
  /** Records adopted namespaces and makes due now. Undefined: stale revision. */
  adopt(
    uid: string,
    revision: number,
    records: readonly ObjectRecord[],
  ): Promise<StoredWorkspace | undefined>;
  /** Keeps the default workspace in step with the configuration; undefined removes it. */
  syncDefaultWorkspace(
    workspace:
      | (Omit<NewWorkspace, 'owner'> & { readonly owner: string | undefined })
      | undefined,
  ): Promise<void>;

  /** Claims up to `limit` due workspaces, each by one backend only. */
  claimDue(limit: number, leaseMs: number): Promise<Claim[]>;
  renewLease(lease: Lease, leaseMs: number): Promise<boolean>;
  /** Gives the workspace back as it was, due now: for a pass that was cut short by a shutdown. */
  releaseLease(lease: Lease): Promise<void>;
  /** Stores conditions and phase in the middle of a pass. Undefined: lease lost. */
  saveProgress(
    lease: Lease,
    conditions: readonly Condition[],
    phase: Phase,
  ): Promise<StoredStatus | undefined>;
  /**
   * Stores the end of a pass and gives the lease back. A workspace that was made due, changed or marked for
   * deletion meanwhile stays due. Undefined: lease lost.
   */
  finishPass(
    lease: Lease,
    result: PassResult,
  ): Promise<StoredStatus | undefined>;
  /** Removes the workspace for good after its objects are gone; its activity stays. False: lease lost. */
  removeWorkspace(lease: Lease): Promise<boolean>;
  /** Workspaces due, worked on, waiting for a later time, and stopped. */
  queueState(): Promise<{
    due: number;
    working: number;
    waiting: number;
    stopped: number;
  }>;
  /** When the next workspace becomes due; undefined when none will. */
  nextDueAt(): Promise<Date | undefined>;

  listRecords(uid: string): Promise<ObjectRecord[]>;
  /** Records of every workspace of a cluster, by uid of the workspace. */
  listRecordsOfCluster(cluster: string): Promise<Map<string, ObjectRecord[]>>;
  putRecords(lease: Lease, records: readonly ObjectRecord[]): Promise<boolean>;
  removeRecords(
    lease: Lease,
    records: readonly Pick<
      ObjectRecord,
      'apiVersion' | 'kind' | 'namespace' | 'name'
    >[],
  ): Promise<boolean>;
  /** All workspaces of a cluster that are complete and not being deleted, for comparing a whole cluster. */
  listSettled(cluster: string): Promise<StoredWorkspace[]>;

  addActivity(
    uid: string,
    activity: Omit<Activity, 'id' | 'at'>,
  ): Promise<void>;
  listActivity(
    uid: string,
    query: ActivityQuery,
  ): Promise<{ items: Activity[]; nextCursor: string | undefined }>;
  /** Everybody and everything that occurs in the activity, in alphabetical order. */
  activityFilters(uid: string): Promise<ActivityFilters>;
}
