import type { MemberImpact } from '@team-workspaces/backstage-plugin-workspaces-common';
import { describePlan } from './describePlan';

/** What a change of a membership does to people and objects, line by line. */
export function describeImpact({ people, plan }: MemberImpact): string[] {
  return [
    ...people.map(describePerson),
    ...(plan.changes.length || plan.problems.length ? describePlan(plan) : []),
  ];
}

function describePerson(person: MemberImpact['people'][number]): string {
  const { ref, before = 'no member', after = 'no member' } = person;
  const losses = [
    person.namespaces.length && `access to ${person.namespaces.join(', ')}`,
    person.serviceAccounts && `${person.serviceAccounts} ServiceAccounts`,
  ].filter(Boolean);
  const change = before === after ? `stays ${after}` : `${before} → ${after}`;
  return `${ref}: ${change}${
    losses.length ? `; loses ${losses.join(' and ')}` : ''
  }`;
}
