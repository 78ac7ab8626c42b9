/** Name under which the portal's certificate makes it known. */
export const PORTAL = 'portal';

/** Somebody with a client certificate. */
export interface Person {
  readonly title: string;
  /** Common name of the certificate. */
  readonly name: string;
  /** Organisations of the certificate, which the cluster takes for groups. */
  readonly groups: readonly string[];
  /** Role in the workspace `team-a`. */
  readonly role: 'admin' | 'user' | 'viewer' | undefined;
}

/** An owner: a member of the Group that owns the workspace. */
export const OWNER: Person = {
  title: 'a member of the owner Group',
  name: 'dana',
  groups: ['team-a'],
  role: 'user',
};

/** A member with the role admin. */
export const ADMIN: Person = {
  title: 'a member with the role admin',
  name: 'ann',
  groups: [],
  role: 'admin',
};

/** A member who only looks. */
export const VIEWER: Person = {
  title: 'a viewer',
  name: 'vic',
  groups: [],
  role: 'viewer',
};

/** Somebody of another team, with a workspace of their own. */
export const STRANGER: Person = {
  title: 'a stranger',
  name: 'sam',
  groups: ['team-b'],
  role: undefined,
};

/** Everybody. */
export const PEOPLE: readonly Person[] = [OWNER, ADMIN, VIEWER, STRANGER];
