import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A member, and the name of the ServiceAccounts under which the member's sessions run. */
export interface SessionPerson {
  /** Entity ref. */
  readonly ref: string;
  readonly serviceAccount: string;
}

/** The members whose sessions can be asked about, each once. */
export function sessionPeople(
  accounts: readonly ServiceAccount[],
): SessionPerson[] {
  const people = new Map<string, SessionPerson>();
  for (const { name, ref, state } of accounts) {
    if (ref && state !== 'foreign' && state !== 'leaving') {
      people.set(name, { ref, serviceAccount: name });
    }
  }
  return [...people.values()].sort((a, b) =>
    a.ref.localeCompare(b.ref, 'en-US'),
  );
}
