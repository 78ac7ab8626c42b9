import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredWorkspace } from './WorkspaceStore';

/** What of a workspace says who belongs to it. */
export interface MembershipSource
  extends Pick<StoredWorkspace, 'owner' | 'isDefault'> {
  /** Members with a row of their own. */
  readonly members: readonly WorkspaceMember[];
}

/** Who belongs to a workspace, read from the catalog with a short cache. */
export interface MembershipResolver {
  /**
   * The members that steps render: the owner Group as `user`, the rows of the workspace, and, with nested Groups
   * on, every Group below with the role of the Group above. Subjects that the catalog does not know are left out.
   */
  membersOf(workspace: MembershipSource): Promise<WorkspaceMember[]>;
}
