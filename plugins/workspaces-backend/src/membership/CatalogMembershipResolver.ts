import {
  highestRole,
  type Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  StepFailedError,
  type WorkspaceMember,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { MembershipResolver, MembershipSource } from '../types';
import type { GroupDirectory } from './GroupDirectory';

/** Reads who belongs to workspaces from the catalog. */
export class CatalogMembershipResolver implements MembershipResolver {
  readonly #groups: GroupDirectory;
  readonly #nestedGroups: boolean;

  constructor(options: { groups: GroupDirectory; nestedGroups: boolean }) {
    this.#groups = options.groups;
    this.#nestedGroups = options.nestedGroups;
  }

  /** Throws StepFailedError when the catalog does not answer: nobody must lose access because of that. */
  async membersOf(workspace: MembershipSource): Promise<WorkspaceMember[]> {
    if (workspace.isDefault) {
      return [];
    }
    try {
      const direct = directMembers(workspace);
      const known = await this.#groups.find(
        direct.map(({ subject }) => subject),
      );
      const roles = new Map<string, Role[]>();
      const add = (subject: string, role: Role) =>
        roles.set(subject, [...(roles.get(subject) ?? []), role]);
      for (const { subject, role } of direct) {
        if (known.has(subject)) {
          add(subject, role);
          for (const below of await this.#below(subject)) {
            add(below, role);
          }
        }
      }
      return [...roles].map(([subject, all]) => ({
        subject,
        role: highestRole(all) as WorkspaceMember['role'],
      }));
    } catch (error) {
      throw new StepFailedError(
        {
          reason: 'CatalogUnavailable',
          message: 'The catalog did not answer who belongs to the workspace.',
        },
        { cause: error },
      );
    }
  }

  /** Entity refs of the Users who belong to a workspace, directly or through Groups. */
  async peopleOf(workspace: MembershipSource): Promise<string[]> {
    return this.peopleIn(
      directMembers(workspace).map(({ subject }) => subject),
    );
  }

  /** Entity refs of the Users among some subjects and in the Groups among them; those that do not count are left out. */
  async peopleIn(subjects: readonly string[]): Promise<string[]> {
    const below = this.#nestedGroups
      ? await this.#groups.descendantsOf(subjects.filter(isGroup))
      : [];
    const entries = await this.#groups.find([...subjects, ...below]);
    const people = [...entries.values()].flatMap(({ ref, members }) =>
      isGroup(ref) ? members : [ref],
    );
    return [...(await this.#groups.find(people)).keys()];
  }

  /** Reads what {@link peopleOf} needs of many workspaces in a few requests. */
  async prepare(workspaces: readonly MembershipSource[]): Promise<void> {
    await this.peopleIn(
      workspaces.flatMap(directMembers).map(({ subject }) => subject),
    );
  }

  /** Has the catalog asked again. */
  refresh(): void {
    this.#groups.refresh();
  }

  async #below(subject: string): Promise<string[]> {
    return this.#nestedGroups && isGroup(subject)
      ? this.#groups.descendantsOf([subject])
      : [];
  }
}

function directMembers(workspace: MembershipSource): WorkspaceMember[] {
  const owner: WorkspaceMember[] = workspace.owner
    ? [{ subject: workspace.owner, role: 'user' }]
    : [];
  return [...owner, ...workspace.members];
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}
