import {
  MEMBER_ROLES,
  ROLE_ORDER,
  type MemberRole,
  type Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { RequestError } from '../service/RequestError';
import type { ExpandedMember } from './MemberExpansion';

/** A change of one member: without `before` an addition, without `after` a removal. */
export interface MemberStep {
  readonly subject: string;
  readonly before: MemberRole | undefined;
  readonly after: MemberRole | undefined;
}

/** The roles that somebody may give. */
export function grantableRoles(role: Role): MemberRole[] {
  return MEMBER_ROLES.filter(each => !isAbove(each, role));
}

/** Why somebody with a role in the workspace may not make a change; undefined when nothing is in the way. */
export function problemOfChange(
  { subject, before, after }: MemberStep,
  members: readonly ExpandedMember[],
  role: Role,
): RequestError | undefined {
  if (members.some(one => one.source === 'owner' && one.subject === subject)) {
    return new RequestError(
      'OwnerIsMember',
      `${subject} owns the workspace, which makes its people users of it in any case.`,
    );
  }
  if (after && isAbove(after, role)) {
    return new RequestError(
      'RoleTooHigh',
      `Your role here is ${role}, so you cannot make anybody ${after}.`,
    );
  }
  if (before && isAbove(before, role)) {
    return new RequestError(
      'RoleTooHigh',
      `Your role here is ${role}, so you cannot change or remove an ${before}.`,
    );
  }
  if (
    role !== 'portal-admin' &&
    before === 'admin' &&
    after !== 'admin' &&
    isLastAdmin(subject, members)
  ) {
    return new RequestError(
      'LastAdmin',
      `${subject} is the last admin of the workspace. Make somebody else admin first, or ask a portal admin.`,
    );
  }
  return undefined;
}

/** Whether nobody would administer the workspace without a member. Admins who give nobody the role do not count. */
function isLastAdmin(
  subject: string,
  members: readonly ExpandedMember[],
): boolean {
  const admins = members.filter(
    ({ role, people }) => role === 'admin' && people.length > 0,
  );
  return admins.length > 0 && admins.every(admin => admin.subject === subject);
}

function isAbove(one: Role, other: Role): boolean {
  return ROLE_ORDER.indexOf(one) > ROLE_ORDER.indexOf(other);
}
