import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody } from './checkField';
import { checkChanges } from './checkChanges';
import { checkCreateRequest } from './checkCreateRequest';
import { checkIamRequest } from './checkIamRequest';
import { checkMemberRequest, checkTransferRequest } from './checkMemberRequest';
import type { RequestRules } from './RequestRules';

/** Rules that the schema cannot tell, by operation of the OpenAPI document. */
const CHECKS: Readonly<
  Record<
    string,
    (
      body: unknown,
      rules: RequestRules,
      params: Readonly<Record<string, string>>,
    ) => FieldProblem[]
  >
> = {
  CreateWorkspace: checkCreateRequest,
  PlanCreation: checkCreateRequest,
  SetIam: checkIamRequest,
  UpdateWorkspace: checkChanges,
  PlanWorkspace: (body, rules) => [
    ...checkChanges(body, rules),
    ...checkFitsKind(body, 'changes', 'change'),
    ...checkFitsKind(body, 'owner', 'transfer'),
    ...checkTransferRequest(body),
  ],
  AddMember: checkMemberRequest,
  ChangeMember: checkMemberRequest,
  RemoveMember: checkMemberRequest,
  PreviewMember: checkMemberRequest,
  TransferWorkspace: checkTransferRequest,
  DeleteWorkspace: (body, _rules, params) => {
    const { confirmation } = asBody(body);
    return typeof confirmation !== 'string' || confirmation === params.id
      ? []
      : [
          {
            field: 'confirmation',
            rule: 'matches-id',
            message: 'The confirmation must be the id of the workspace.',
          },
        ];
  },
};

/** Every rule beyond the schema that a request breaks. */
export function checkRequest(
  operationId: string,
  body: unknown,
  rules: RequestRules,
  params: Readonly<Record<string, string>>,
): FieldProblem[] {
  return CHECKS[operationId]?.(body, rules, params) ?? [];
}

/** A field that the plan of one kind needs, and that no other takes. */
function checkFitsKind(
  value: unknown,
  field: string,
  needing: string,
): FieldProblem[] {
  const { kind, [field]: given } = asBody(value);
  if (kind === needing && given === undefined) {
    return [
      {
        field,
        rule: 'required',
        message: `The plan of a ${needing} needs the field "${field}".`,
      },
    ];
  }
  if (kind !== needing && given !== undefined) {
    return [
      {
        field,
        rule: `only-for-${needing}`,
        message: `Only the plan of a ${needing} has the field "${field}".`,
      },
    ];
  }
  return [];
}
