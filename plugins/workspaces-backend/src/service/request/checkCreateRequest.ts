import {
  checkDescription,
  checkDisplayName,
  checkWorkspaceId,
  type FieldProblem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody, checkOneOf, checkText } from './checkField';
import { parseGroupRef } from './groupRef';
import type { RequestRules } from './RequestRules';

/** Every rule that the fields of a request for a workspace break. */
export function checkCreateRequest(
  value: unknown,
  rules: RequestRules,
): FieldProblem[] {
  const body = asBody(value);
  return [
    ...checkText(body, 'id', id => checkWorkspaceId(id, rules.id)),
    ...checkText(body, 'displayName', checkDisplayName),
    ...checkText(body, 'description', checkDescription),
    ...checkText(body, 'owner', checkOwner),
    ...checkOneOf(body, 'cluster', rules.clusters, 'cluster'),
    ...checkOneOf(body, 'quotaProfile', rules.quotaProfiles, 'quota profile'),
  ];
}

function checkOwner(owner: string): FieldProblem[] {
  return parseGroupRef(owner)
    ? []
    : [
        {
          field: 'owner',
          rule: 'group-ref',
          message:
            'The owner must be the entity ref of a Group, such as group:default/team-a.',
        },
      ];
}
