import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '../workspace';

/** The ServiceAccounts of one person in one workspace. @public */
export interface PersonServiceAccounts {
  /** Their name, which is the same in every namespace. */
  readonly name: string;
  /** Namespaces in which one stands as it should. */
  readonly namespaces: readonly string[];
  /** Why it does not stand in others; empty when all is well. */
  readonly problems: readonly Problem[];
}

/** Makes sure of the ServiceAccounts of people right before they are needed. @public */
export interface ServiceAccounts {
  /**
   * Makes or repairs the ServiceAccounts of a person in each namespace of a workspace, and writes nothing when they are
   * as they should be. Undefined: the person is no member. What goes wrong in the cluster is among the problems; throws
   * when the catalog or the database does not answer.
   */
  ensureServiceAccount(
    workspace: Workspace,
    userRef: string,
  ): Promise<PersonServiceAccounts | undefined>;
}
