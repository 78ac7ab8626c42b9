import {
  checkDescription,
  checkDisplayName,
  checkWorkspaceId,
  type FieldProblem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody, checkOneOf, checkText, type RawBody } from './checkField';
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
    ...checkCluster(body, rules.clusters),
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

function checkCluster(
  body: RawBody,
  clusters: readonly string[],
): FieldProblem[] {
  return clusters.length > 0
    ? checkOneOf(body, 'cluster', clusters, 'cluster')
    : [
        {
          field: 'cluster',
          rule: 'configured',
          message:
            'No cluster is configured; a portal admin can add one under workspaces.clusters.',
        },
      ];
}
