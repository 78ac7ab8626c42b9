import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, toError } from '@backstage/errors';
import type {
  Member,
  MemberList,
  MemberRole,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** A membership as a template asks for it. */
export interface WantedMember {
  readonly workspaceId: string;
  /** Full entity ref of a User or Group. */
  readonly subject: string;
  readonly role: MemberRole;
  /** Whether a member that has another role gets this one. */
  readonly changeRole: boolean;
}

/** The full entity ref of a User or Group. Throws InputError for anything else. */
export function toSubject(text: string): string {
  const ref = parseSubject(text);
  if (!['user', 'group'].includes(ref.kind.toLowerCase())) {
    throw new InputError(
      `"${text}" is neither a User nor a Group. What to do: name one, such as user:default/ann.`,
    );
  }
  return stringifyEntityRef(ref);
}

/**
 * The write that makes somebody a member; `none` when the membership is as wanted.
 *
 * Throws ConflictError when the member has another role that is not to be changed.
 */
export function memberChange(
  list: MemberList,
  wanted: WantedMember,
): 'add' | 'change' | 'none' {
  const member = findMember(list, wanted.subject);
  if (!member) {
    return 'add';
  }
  if (member.role === wanted.role) {
    return 'none';
  }
  // The API refuses another role for the owner, whatever is asked for, and says why.
  if (!wanted.changeRole && member.source !== 'owner') {
    throw new ConflictError(
      `${wanted.subject} is a member of the team workspace "${wanted.workspaceId}" already, with role ${member.role}. What to do: ask for that role, or set changeRole to true. (MemberExists)`,
    );
  }
  return 'change';
}

/** The row of a subject; the one that was added before those that come from owning or requesting. */
export function findMember(
  { items }: MemberList,
  subject: string,
): Member | undefined {
  const rows = items.filter(member => member.subject === subject);
  return rows.find(({ source }) => source === 'added') ?? rows[0];
}

function parseSubject(text: string) {
  try {
    return parseEntityRef(text, { defaultNamespace: 'default' });
  } catch (error) {
    throw new InputError(
      `${
        toError(error).message
      }. What to do: name a User or Group, such as user:default/ann.`,
    );
  }
}
