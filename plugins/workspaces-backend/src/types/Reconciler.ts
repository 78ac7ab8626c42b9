import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  NewWorkspace,
  StoredWorkspace,
  WorkspacePatch,
} from './WorkspaceStore';

/** Keeps every workspace as it is wanted. */
export interface Reconciler {
  /** Starts claiming due workspaces, watching and comparing. */
  start(): Promise<void>;
  /** Ends passes at the next write and gives their workspaces back. */
  stop(): Promise<void>;
  /** Looks for due workspaces now instead of at the next poll. */
  kick(): void;
}

/** Computes what applying would do. Writes nothing. */
export interface Planner {
  planCreation(workspace: NewWorkspace): Promise<Plan>;
  planChange(workspace: StoredWorkspace, patch: WorkspacePatch): Promise<Plan>;
  /** What a pass would do if these had rows of their own, and nobody else. */
  planMembers(
    workspace: StoredWorkspace,
    members: readonly WorkspaceMember[],
  ): Promise<Plan>;
  /** What a pass would do if this Group, by entity ref, owned the workspace and had no row of its own. */
  planTransfer(workspace: StoredWorkspace, owner: string): Promise<Plan>;
  /** What a pass would do now. */
  planRepair(workspace: StoredWorkspace): Promise<Plan>;
  /** What a pass would do if the conflicting namespaces were ours. `adopt` changes carry the UID in `object.uid`. */
  planAdoption(workspace: StoredWorkspace): Promise<Plan>;
  planDeletion(workspace: StoredWorkspace): Promise<Plan>;
}

/** Told after each stored change of a workspace. Never throws. */
export interface WorkspaceListener {
  workspaceChanged(workspace: StoredWorkspace): void;
  /** The phase became another one: `previous` is undefined after creation. */
  phaseChanged(
    workspace: StoredWorkspace,
    previous: StoredWorkspace['phase'] | undefined,
  ): void;
  workspaceGone(workspace: StoredWorkspace): void;
}
