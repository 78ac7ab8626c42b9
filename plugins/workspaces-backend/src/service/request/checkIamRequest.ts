import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';
import { asBody } from './checkField';

/** What the schema cannot tell of the choice of an AWS role: which mode comes with an ARN. */
export function checkIamRequest(value: unknown): FieldProblem[] {
  const { mode, roleArn } = asBody(value);
  if (mode === 'external' && roleArn === undefined) {
    return [
      {
        field: 'roleArn',
        rule: 'required',
        message: 'The mode "external" needs the ARN of the role.',
      },
    ];
  }
  if ((mode === 'none' || mode === 'managed') && roleArn !== undefined) {
    return [
      {
        field: 'roleArn',
        rule: 'only-for-external',
        message: 'Only the mode "external" takes the ARN of a role.',
      },
    ];
  }
  return [];
}
