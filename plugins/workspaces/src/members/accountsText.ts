import type {
  Member,
  MemberPerson,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Tone } from '../format/phases';
import type { Messages } from '../hooks/useMessages';

/** How ServiceAccounts stand, in words and as a tone. */
export interface AccountsText {
  readonly text: string;
  readonly tone: Tone;
}

/** The ServiceAccounts of one person. */
export function personAccounts(
  { serviceAccounts }: Pick<MemberPerson, 'serviceAccounts'>,
  t: Messages,
): AccountsText {
  const { state, name = '', ready, total } = serviceAccounts;
  const counts = { ready: String(ready), total: String(total) };
  switch (state) {
    case 'ready':
      return {
        text:
          total === 1
            ? t('members.accounts.ready')
            : t('members.accounts.readyOf', counts),
        tone: 'ok',
      };
    case 'pending':
      return { text: t('members.accounts.pending', counts), tone: 'working' };
    case 'conflict':
      return { text: t('members.accounts.conflict', { name }), tone: 'error' };
    case 'leaving':
      return { text: t('members.accounts.leaving', counts), tone: 'working' };
    default:
      return { text: t('members.accounts.not-signed-in'), tone: 'muted' };
  }
}

/** The ServiceAccounts of a row: of a Group, how many of its people have theirs. */
export function memberAccounts(member: Member, t: Messages): AccountsText {
  const { people } = member;
  if (people.length === 0) {
    return { text: t('members.accounts.none'), tone: 'muted' };
  }
  if (people.length === 1 && people[0].ref === member.subject) {
    return personAccounts(people[0], t);
  }
  const count = (state: string) =>
    people.filter(({ serviceAccounts }) => serviceAccounts.state === state)
      .length;
  if (count('conflict') > 0) {
    return { text: t('members.accounts.conflictAny'), tone: 'error' };
  }
  if (count('not-signed-in') === people.length) {
    return { text: t('members.accounts.nobodySignedIn'), tone: 'muted' };
  }
  const ready = count('ready');
  const rest = count('pending') > 0 ? 'working' : 'muted';
  return {
    text: t('members.accounts.peopleReady', {
      ready: String(ready),
      total: String(people.length),
    }),
    tone: ready === people.length ? 'ok' : rest,
  };
}

/** The latest sign-in of the people of a row, as an ISO time. */
export function lastSignIn(
  people: readonly Pick<MemberPerson, 'lastSignInAt'>[],
): string | undefined {
  return people
    .flatMap(({ lastSignInAt }) => lastSignInAt ?? [])
    .sort()
    .at(-1);
}
