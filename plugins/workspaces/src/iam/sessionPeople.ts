import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A member, or all pods, and the name of the ServiceAccounts under which their sessions run. */
export interface SessionPerson {
  /** Entity ref; absent for the ServiceAccount that pods share. */
  readonly ref?: string;
  readonly serviceAccount: string;
}

/** The members whose sessions can be asked about, each once, and the ServiceAccount that pods share. */
export function sessionPeople(
  accounts: readonly ServiceAccount[],
): SessionPerson[] {
  const people = new Map<string, SessionPerson>();
  for (const { name, ref, shared, state } of accounts) {
    if ((ref || shared) && state !== 'foreign' && state !== 'leaving') {
      people.set(name, { ref, serviceAccount: name });
    }
  }
  return [...people.values()].sort((a, b) =>
    (a.ref ?? '').localeCompare(b.ref ?? '', 'en-US'),
  );
}
