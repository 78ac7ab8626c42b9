import type { MemberRole } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import { roleOf } from '../permissions/roleOf';
import { memberRefProblem, parseMemberRef } from '../service/request/memberRef';
import { RequestError, validationFailed } from '../service/RequestError';
import type { StoredWorkspace } from '../types';
import type { ExpandedMember, MemberExpansion } from './MemberExpansion';
import { problemOfChange, type MemberStep } from './memberRules';

/** What is asked for; `set` is an addition or a change, whichever fits. */
export interface WantedChange {
  readonly kind: 'add' | 'change' | 'remove' | 'set';
  /** Entity ref as it was written. */
  readonly subject: string;
  readonly role?: MemberRole;
}

/** A change that nothing is in the way of. */
export interface CheckedChange extends MemberStep {
  readonly workspace: StoredWorkspace;
  /** As they are before the change. */
  readonly members: readonly ExpandedMember[];
}

/** Checks changes of members against the catalog and the rules. */
export class MemberChangeCheck {
  readonly #groups: GroupDirectory;
  readonly #expansion: MemberExpansion;

  constructor(options: { groups: GroupDirectory; expansion: MemberExpansion }) {
    this.#groups = options.groups;
    this.#expansion = options.expansion;
  }

  /** Throws a `RequestError` that says what is in the way. Writes nothing. */
  async check(
    workspace: StoredWorkspace,
    { kind, subject: text, role: after }: WantedChange,
    caller: Caller,
  ): Promise<CheckedChange> {
    const subject = parseMemberRef(text);
    if (!subject) {
      throw validationFailed([memberRefProblem('subject')]);
    }
    const members = await this.#expansion.expand(workspace);
    const before = workspace.members.find(
      member => member.subject === subject,
    )?.role;
    const change = { subject, before, after };
    const problem =
      problemOfChange(change, members, roleOf(caller, workspace)) ??
      problemOfPresence(kind, subject, before) ??
      (before ? undefined : await this.#problemOfSubject(subject));
    if (problem) {
      throw problem;
    }
    return { ...change, workspace, members };
  }

  async #problemOfSubject(subject: string): Promise<RequestError | undefined> {
    const standing = await this.#groups.standingOf([subject]);
    const state = standing.get(subject)?.state;
    if (state === 'effective') {
      return undefined;
    }
    const message =
      state === 'untrusted'
        ? `The catalog has ${subject} from a location that is not trusted, so that it would give nobody a role.`
        : `The catalog has no ${subject}.`;
    return new RequestError('MemberUnknown', message, {
      fields: [{ field: 'subject', rule: state ?? 'unknown', message }],
    });
  }
}

function problemOfPresence(
  kind: WantedChange['kind'],
  subject: string,
  before: MemberRole | undefined,
): RequestError | undefined {
  if (kind === 'add' && before) {
    return new RequestError(
      'MemberExists',
      `${subject} is a member already, as ${before}. Change the role instead.`,
    );
  }
  if ((kind === 'change' || kind === 'remove') && !before) {
    return new RequestError(
      'MemberNotFound',
      `${subject} has no role of its own in the workspace.`,
    );
  }
  return undefined;
}
