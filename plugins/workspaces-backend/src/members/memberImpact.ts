import type {
  MemberImpact,
  MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { BOUND_ROLES } from '../objects/roleRules';
import type { StoredWorkspace } from '../types';
import { rolesOfPeople, type ExpandedMember } from './MemberExpansion';
import type { PersonStatus } from './PeopleStatusReader';

/** What a change does. */
export interface ImpactOptions {
  readonly workspace: Pick<StoredWorkspace, 'namespaces'>;
  /** Whose row is added, changed or removed. */
  readonly subject: string;
  readonly before: readonly ExpandedMember[];
  readonly after: readonly ExpandedMember[];
  readonly status: ReadonlyMap<string, PersonStatus>;
}

/** The people behind a member, each with the role before and after, whichever member it comes from. */
export function memberImpact(options: ImpactOptions): MemberImpact['people'] {
  const { workspace, before, after, status } = options;
  const rolesBefore = rolesOfPeople(before);
  const rolesAfter = rolesOfPeople(after);
  return peopleBehind(options).map(({ ref, title }) => {
    const [was, is] = [rolesBefore.get(ref), rolesAfter.get(ref)];
    return {
      ref,
      title,
      ...(was && { before: was }),
      ...(is && { after: is }),
      namespaces:
        isBound(was) && !isBound(is)
          ? workspace.namespaces.map(({ name }) => name)
          : [],
      serviceAccounts: was && !is ? serviceAccountsOf(status.get(ref)) : 0,
    };
  });
}

function peopleBehind({ subject, before, after }: ImpactOptions) {
  const people = [...before, ...after]
    .filter(member => member.subject === subject)
    .flatMap(member => member.people);
  return [...new Map(people.map(person => [person.ref, person])).values()];
}

/** Whether people with a role get rights in namespaces. */
function isBound(role: MemberRole | undefined): boolean {
  return BOUND_ROLES.some(bound => bound === role);
}

function serviceAccountsOf(status: PersonStatus | undefined): number {
  const accounts = status?.serviceAccounts;
  return accounts && accounts.state !== 'not-signed-in' ? accounts.total : 0;
}
