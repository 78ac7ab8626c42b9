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
    ...checkChangesFitKind(body),
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

function checkChangesFitKind(value: unknown): FieldProblem[] {
  const { kind, changes } = asBody(value);
  if (kind === 'change' && changes === undefined) {
    return [
      {
        field: 'changes',
        rule: 'required',
        message: 'The plan of a change needs the changes.',
      },
    ];
  }
  if (kind !== 'change' && changes !== undefined) {
    return [
      {
        field: 'changes',
        rule: 'only-for-change',
        message: 'Only the plan of a change has changes.',
      },
    ];
  }
  return [];
}
