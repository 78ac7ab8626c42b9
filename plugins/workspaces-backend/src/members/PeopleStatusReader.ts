import type {
  MemberPerson,
  ServiceAccountSummary,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { StoredWorkspace } from '../types';

/** How far somebody is in a workspace. */
export interface PersonStatus {
  readonly serviceAccounts: ServiceAccountSummary;
  /** ISO 8601; undefined before the first sign-in. */
  readonly lastSignInAt?: string;
}

/** Tells how people and their ServiceAccounts are, from our records. */
export interface PeopleStatusReader {
  /** By entity ref of the Users that are asked about; one of whom nothing is known has not signed in. */
  statusOf(
    workspace: StoredWorkspace,
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, PersonStatus>>;
  /** People who are not among the members, while ServiceAccounts of theirs are still there. */
  leaving(
    workspace: StoredWorkspace,
    memberRefs: readonly string[],
  ): Promise<Omit<MemberPerson, 'role'>[]>;
}

/** The status of somebody who never signed in. */
export function notSignedIn(
  workspace: Pick<StoredWorkspace, 'namespaces'>,
): PersonStatus {
  const total = workspace.namespaces.length;
  return { serviceAccounts: { state: 'not-signed-in', ready: 0, total } };
}
