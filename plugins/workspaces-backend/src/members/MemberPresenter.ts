import type {
  Access,
  Member,
  MemberList,
  MemberPerson,
  MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import type { StoredWorkspace } from '../types';
import {
  rolesOfPeople,
  type ExpandedMember,
  type ExpandedPerson,
} from './MemberExpansion';
import { grantableRoles, problemOfChange } from './memberRules';
import {
  notSignedIn,
  type PeopleStatusReader,
  type PersonStatus,
} from './PeopleStatusReader';

/** Turns members into what the API shows a caller. */
export class MemberPresenter {
  readonly #authorizer: Pick<WorkspaceAuthorizer, 'accessOf'>;
  readonly #people: PeopleStatusReader;

  constructor(options: {
    authorizer: Pick<WorkspaceAuthorizer, 'accessOf'>;
    people: PeopleStatusReader;
  }) {
    this.#authorizer = options.authorizer;
    this.#people = options.people;
  }

  async present(
    workspace: StoredWorkspace,
    members: readonly ExpandedMember[],
    caller: Caller,
  ): Promise<MemberList> {
    const roles = rolesOfPeople(members);
    const refs = [...roles.keys()];
    const [access, status, leaving] = await Promise.all([
      this.#authorizer.accessOf(caller, workspace),
      this.#people.statusOf(workspace, refs),
      this.#people.leaving(workspace, refs),
    ]);
    const toPerson = (person: ExpandedPerson): MemberPerson =>
      presentPerson(
        person,
        roles.get(person.ref) ?? 'viewer',
        status.get(person.ref) ?? notSignedIn(workspace),
      );
    const hindrance = hindranceOf(workspace, access);
    return {
      revision: workspace.revision,
      items: members.map((member): Member => {
        const problem = hindrance ?? problemOfRow(member, members, access.role);
        const { people, ...shown } = member;
        return {
          ...shown,
          people: people.map(toPerson),
          changeable: problem === undefined,
          ...(problem !== undefined && { problem }),
        };
      }),
      leaving,
      grantableRoles: hindrance ? [] : grantableRoles(access.role),
    };
  }
}

function presentPerson(
  { via, ...person }: ExpandedPerson,
  role: MemberRole,
  status: PersonStatus,
): MemberPerson {
  return { ...person, ...status, via: [...via], role };
}

/** Why the caller may change no member at all. */
function hindranceOf(
  workspace: StoredWorkspace,
  { permissions }: Access,
): string | undefined {
  if (!permissions.includes('manage-members')) {
    return 'Only admins of this workspace can change its members.';
  }
  return workspace.deletionRequestedAt
    ? 'The workspace is being deleted.'
    : undefined;
}

/** Why the caller may neither remove a member nor give it a lower role. */
function problemOfRow(
  { subject, role, source }: ExpandedMember,
  members: readonly ExpandedMember[],
  callerRole: Access['role'],
): string | undefined {
  if (source === 'owner') {
    return 'The owner Group belongs to the workspace in any case. A portal admin can transfer the workspace.';
  }
  return problemOfChange(
    { subject, before: role, after: undefined },
    members,
    callerRole,
  )?.message;
}
