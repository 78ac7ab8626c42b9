import {
  highestRole,
  type MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  GroupDirectory,
  SubjectState,
} from '../membership/GroupDirectory';
import type { MembershipSource, StoredMember } from '../types';

/** Somebody whom a member stands for. */
export interface ExpandedPerson {
  readonly ref: string;
  readonly title: string;
  /** Groups from the member down to the person, on a shortest way; empty for a User. */
  readonly via: readonly string[];
}

/** The owner Group or a member with a row of its own, with the people who have the role by it. */
export interface ExpandedMember
  extends Pick<StoredMember, 'subject' | 'role'>,
    Partial<Pick<StoredMember, 'addedBy' | 'addedAt'>> {
  readonly source: 'owner' | StoredMember['source'];
  readonly title: string;
  readonly state: SubjectState;
  /** None unless the state is `effective`. */
  readonly people: readonly ExpandedPerson[];
}

/** What {@link MemberExpansion} reads of a workspace. */
export interface ExpansionSource extends Omit<MembershipSource, 'members'> {
  readonly members: readonly (MembershipSource['members'][number] &
    Partial<StoredMember>)[];
}

/** Finds the people behind each member, and on which way. */
export class MemberExpansion {
  readonly #groups: GroupDirectory;
  readonly #nestedGroups: boolean;

  constructor(options: { groups: GroupDirectory; nestedGroups: boolean }) {
    this.#groups = options.groups;
    this.#nestedGroups = options.nestedGroups;
  }

  /**
   * The owner Group first, then the others in their order; nobody is a member of the default workspace. Throws
   * `CatalogUnavailable`.
   */
  async expand(workspace: ExpansionSource): Promise<ExpandedMember[]> {
    if (workspace.isDefault) {
      return [];
    }
    const rows: Omit<ExpandedMember, 'title' | 'state' | 'people'>[] = [
      ...(workspace.owner
        ? [
            {
              subject: workspace.owner,
              role: 'user',
              source: 'owner',
            } as const,
          ]
        : []),
      ...workspace.members.map(
        member => ({ source: 'added', ...member } as const),
      ),
    ];
    const standing = await this.#groups.standingOf(
      rows.map(({ subject }) => subject),
    );
    return Promise.all(
      rows.map(async row => {
        const { state = 'unknown', title = row.subject } =
          standing.get(row.subject) ?? {};
        const people =
          state === 'effective' ? await this.#peopleOf(row.subject) : [];
        return { ...row, state, title, people };
      }),
    );
  }

  async #peopleOf(subject: string): Promise<ExpandedPerson[]> {
    const ways = subject.startsWith('group:')
      ? await this.#waysDown(subject)
      : new Map([[subject, []]]);
    const users = await this.#groups.find(ways.keys());
    return [...users.values()]
      .map(({ ref, title }) => ({ ref, title, via: ways.get(ref) ?? [] }))
      .sort((one, other) => one.title.localeCompare(other.title));
  }

  /** Users in a Group and in those below it, with the Groups on the way. */
  async #waysDown(group: string): Promise<Map<string, readonly string[]>> {
    const ways = new Map<string, readonly string[]>();
    const below = new Map<string, readonly string[]>([[group, [group]]]);
    for (let level = [group]; level.length > 0; ) {
      const entries = await this.#groups.find(level);
      level = [];
      for (const { ref, members, children } of entries.values()) {
        const way = below.get(ref) ?? [];
        const unseen = (one: string) => !ways.has(one) && !below.has(one);
        members.filter(unseen).forEach(one => ways.set(one, way));
        for (const child of this.#nestedGroups ? children.filter(unseen) : []) {
          below.set(child, [...way, child]);
          level.push(child);
        }
      }
    }
    return ways;
  }
}

/** The highest role of everybody behind some members, by entity ref. */
export function rolesOfPeople(
  members: readonly ExpandedMember[],
): Map<string, MemberRole> {
  const roles = new Map<string, MemberRole>();
  for (const { role, people } of members) {
    for (const { ref } of people) {
      const before = roles.get(ref);
      roles.set(
        ref,
        before ? (highestRole([before, role]) as MemberRole) : role,
      );
    }
  }
  return roles;
}
