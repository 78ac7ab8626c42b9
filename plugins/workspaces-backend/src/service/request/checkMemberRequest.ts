import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody, checkText } from './checkField';
import { parseGroupRef } from './groupRef';
import { memberRefProblem, parseMemberRef } from './memberRef';

/** Every rule that the fields of a change of members break. */
export function checkMemberRequest(body: unknown): FieldProblem[] {
  return checkText(asBody(body), 'subject', subject =>
    parseMemberRef(subject) ? [] : [memberRefProblem('subject')],
  );
}

/** Every rule that the fields of a transfer break. */
export function checkTransferRequest(body: unknown): FieldProblem[] {
  return checkText(asBody(body), 'owner', checkGroup);
}

/** The rule that the owner of a workspace breaks. */
export function checkGroup(owner: string): FieldProblem[] {
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
