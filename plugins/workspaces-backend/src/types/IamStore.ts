import type {
  IamSettings,
  IamSync,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { IamNeighbour } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredWorkspace } from './WorkspaceStore';

/** Where the AWS roles of workspaces are kept. */
export interface IamStore {
  /**
   * Stores the role; new revision and generation, and due now. Undefined: stale revision, or gone. `role-taken`:
   * another workspace has that role.
   */
  setIam(
    uid: string,
    revision: number,
    settings: IamSettings,
  ): Promise<StoredWorkspace | 'role-taken' | undefined>;
  /** The workspace that has a role. */
  findByRoleArn(roleArn: string): Promise<StoredWorkspace | undefined>;
  /** All workspaces of one moment, so that none is overlooked while others come and go. */
  listNeighbours(): Promise<IamNeighbour[]>;
  /** Stores what writing the role to every ServiceAccount came to. */
  saveIamSync(uid: string, sync: IamSync): Promise<void>;
}
