import {
  checkDescription,
  checkDisplayName,
  checkWorkspaceId,
  type FieldProblem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody, checkOneOf, checkText, type RawBody } from './checkField';
import { checkGroup } from './checkMemberRequest';
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
    ...checkText(body, 'owner', checkGroup),
    ...checkCluster(body, rules.clusters),
    ...checkOneOf(body, 'quotaProfile', rules.quotaProfiles, 'quota profile'),
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
