import {
  checkDescription,
  checkDisplayName,
  type FieldProblem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { DateTime } from 'luxon';
import { asBody, checkOneOf, checkText } from './checkField';
import type { RequestRules } from './RequestRules';

/** Every rule that the changes of a workspace break, under `changes` in the body. */
export function checkChanges(
  value: unknown,
  rules: Pick<RequestRules, 'quotaProfiles'>,
): FieldProblem[] {
  const changes = asBody(asBody(value).changes);
  return [
    ...checkText(changes, 'displayName', checkDisplayName),
    ...checkText(changes, 'description', checkDescription),
    ...checkOneOf(
      changes,
      'quotaProfile',
      rules.quotaProfiles,
      'quota profile',
    ),
    ...checkText(changes, 'expiresAt', checkExpiry),
  ].map(problem => ({ ...problem, field: `changes.${problem.field}` }));
}

function checkExpiry(expiresAt: string): FieldProblem[] {
  const problem = (rule: string, message: string): FieldProblem[] => [
    { field: 'expiresAt', rule, message },
  ];
  const time = DateTime.fromISO(expiresAt, { zone: 'utc' });
  if (!time.isValid) {
    return problem(
      'date-time',
      'The expiry must be a time such as 2030-01-31T00:00:00Z.',
    );
  }
  return time <= DateTime.utc()
    ? problem('in-future', 'The expiry must lie in the future.')
    : [];
}
