import { highestRole } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  WorkspaceMember,
  WorkspacePerson,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { PeopleResolver, PeopleStore, StoredPerson } from '../types';

/** What a {@link CatalogPeopleResolver} works with. */
export interface CatalogPeopleResolverOptions {
  readonly groups: Pick<GroupDirectory, 'find'>;
  readonly store: Pick<PeopleStore, 'findPeople' | 'listPeople'>;
}

/**
 * Finds the people behind members by what the catalog says of Groups, and by our record of sign-ins. Users whom the
 * catalog does not know any more are left out, also where a Group still names them.
 */
export class CatalogPeopleResolver implements PeopleResolver {
  readonly #options: CatalogPeopleResolverOptions;

  constructor(options: CatalogPeopleResolverOptions) {
    this.#options = options;
  }

  async peopleOf(
    members: readonly WorkspaceMember[],
  ): Promise<WorkspacePerson[]> {
    const roles = await this.rolesOf(members);
    const signedIn = await this.#options.store.findPeople([...roles.keys()]);
    return this.#join(roles, signedIn);
  }

  async snapshot(): Promise<Pick<PeopleResolver, 'peopleOf'>> {
    const everybody = new Map(
      (await this.#options.store.listPeople()).map(one => [one.ref, one]),
    );
    // Read in a few requests now, instead of in one per workspace.
    await this.#options.groups.find(everybody.keys());
    return {
      peopleOf: async members => {
        const roles = await this.rolesOf(members);
        const signedIn = [...roles.keys()].flatMap(
          ref => everybody.get(ref) ?? [],
        );
        return this.#join(roles, signedIn);
      },
    };
  }

  /** The highest role of each User among members, whether signed in or not; by entity ref. */
  async rolesOf(
    members: readonly WorkspaceMember[],
  ): Promise<Map<string, WorkspaceMember['role']>> {
    const groups = await this.#options.groups.find(
      members.map(({ subject }) => subject).filter(isGroup),
    );
    const roles = new Map<string, WorkspaceMember['role']>();
    for (const { subject, role } of members) {
      const users = isGroup(subject)
        ? groups.get(subject)?.members ?? []
        : [subject];
      for (const user of users) {
        const before = roles.get(user);
        roles.set(
          user,
          before ? (highestRole([before, role]) as typeof role) : role,
        );
      }
    }
    return roles;
  }

  async #join(
    roles: ReadonlyMap<string, WorkspaceMember['role']>,
    signedIn: readonly StoredPerson[],
  ): Promise<WorkspacePerson[]> {
    const known = await this.#options.groups.find(
      signedIn.map(({ ref }) => ref),
    );
    return signedIn
      .flatMap(({ ref, subject, serviceAccount }) => {
        const role = roles.get(ref);
        return role && known.has(ref)
          ? [{ ref, role, subject, serviceAccount }]
          : [];
      })
      .sort((one, other) => (one.ref < other.ref ? -1 : 1));
  }
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}
