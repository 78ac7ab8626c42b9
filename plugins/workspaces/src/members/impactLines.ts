import type { MemberImpact } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Messages } from '../hooks/useMessages';

/** What a change does to one person. */
export type PersonImpact = MemberImpact['people'][number];

/** Whether somebody loses access, ServiceAccounts or a role. */
export function losesSomething(person: PersonImpact): boolean {
  return (
    person.namespaces.length > 0 ||
    person.serviceAccounts > 0 ||
    (person.before !== undefined && person.after === undefined)
  );
}

/** What a change does to one person, as sentences. */
export function impactLines(person: PersonImpact, t: Messages): string[] {
  const { title: name, before, after, namespaces, serviceAccounts } = person;
  const role = (value: NonNullable<typeof before>) => t(`common.role.${value}`);
  const lines: string[] = [];
  const things = [
    namespaces.length > 0 &&
      t('members.impact.namespaces', { count: namespaces.length }),
    serviceAccounts > 0 &&
      t('members.impact.accounts', { count: serviceAccounts }),
  ].filter(thing => thing !== false);
  if (things.length > 0) {
    lines.push(
      t('members.impact.loses', {
        name,
        things:
          things.length === 2
            ? t('members.impact.and', { a: things[0], b: things[1] })
            : things[0],
      }),
    );
  }
  if (before && after && before !== after) {
    lines.push(
      t('members.impact.changes', {
        name,
        before: role(before),
        after: role(after),
      }),
    );
  } else if (after && !before) {
    lines.push(t('members.impact.gains', { name, role: role(after) }));
  } else if (before && !after && things.length === 0) {
    lines.push(t('members.impact.losesRole', { name, role: role(before) }));
  } else if (after && things.length === 0) {
    lines.push(t('members.impact.unchanged', { name, role: role(after) }));
  }
  return lines.length > 0
    ? lines
    : [t('members.impact.unchangedNothing', { name })];
}
