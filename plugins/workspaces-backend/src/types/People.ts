import type {
  WorkspaceMember,
  WorkspacePerson,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Somebody who signed in. */
export interface StoredPerson {
  /** Entity ref of the User. */
  readonly ref: string;
  /** Subject as the identity provider calls the person, or the entity ref. */
  readonly subject: string;
  /** Name of the ServiceAccount; no two people share one. */
  readonly serviceAccount: string;
  /** ISO 8601. */
  readonly lastSignInAt: string;
}

/** How somebody is called. */
export type PersonIdentity = Pick<
  StoredPerson,
  'ref' | 'subject' | 'serviceAccount'
>;

/** A sign-in whose workspaces were not looked at yet. */
export interface PendingSignIn {
  readonly ref: string;
  /** Which sign-in of the person it is. */
  readonly mark: number;
}

/** Where our records have a ServiceAccount of a name. */
export interface ServiceAccountRecord {
  readonly workspaceUid: string;
  readonly namespace: string;
  readonly name: string;
}

/** Where people who signed in are kept; also the queue of their sign-ins. */
export interface PeopleStore {
  /** One upsert; the sign-in is pending then. */
  addSignIn(ref: string): Promise<void>;
  /** The longest waiting first. */
  listPending(limit: number): Promise<PendingSignIn[]>;
  /**
   * Stores how people are called who are known already or have signed in. Returns the refs of those of whom nothing was
   * stored, because somebody else is called like that already.
   */
  savePeople(people: readonly PersonIdentity[]): Promise<string[]>;
  /** Marks sign-ins and those before them as handled. */
  finishSignIns(signIns: readonly PendingSignIn[]): Promise<void>;
  /** People who are known by their subject; those whose first sign-in is pending are left out. */
  findPeople(refs: readonly string[]): Promise<StoredPerson[]>;
  findByServiceAccounts(names: readonly string[]): Promise<StoredPerson[]>;
  /** As {@link PeopleStore.findPeople}, all of them in one statement. */
  listPeople(): Promise<StoredPerson[]>;
  /** Our records of ServiceAccounts of some names, in all workspaces. */
  listServiceAccountRecords(
    names: readonly string[],
  ): Promise<ServiceAccountRecord[]>;
}

/** Finds the people behind members. */
export interface PeopleResolver {
  /** Those who have signed in. Throws when the catalog or the database does not answer. */
  peopleOf(members: readonly WorkspaceMember[]): Promise<WorkspacePerson[]>;
  /** The same for many workspaces: everybody who signed in is read once, now. */
  snapshot(): Promise<Pick<PeopleResolver, 'peopleOf'>>;
}
