import { isDeepStrictEqual } from 'node:util';

/** One field that validation refuses. */
export interface FieldProblem {
  readonly reason:
    | 'FieldValueInvalid'
    | 'FieldValueRequired'
    | 'FieldValueForbidden'
    | 'FieldValueNotSupported'
    | 'FieldValueTooLong';
  readonly field: string;
  readonly message: string;
}

export function required(field: string, detail?: string): FieldProblem {
  return {
    reason: 'FieldValueRequired',
    field,
    message: detail ? `Required value: ${detail}` : 'Required value',
  };
}

export function invalidValue(
  field: string,
  value: unknown,
  detail: string,
): FieldProblem {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: `Invalid value: ${JSON.stringify(value)}: ${detail}`,
  };
}

export function forbiddenValue(field: string, detail: string): FieldProblem {
  return {
    reason: 'FieldValueForbidden',
    field,
    message: `Forbidden: ${detail}`,
  };
}

export function notSupported(
  field: string,
  value: unknown,
  supported: readonly string[],
): FieldProblem {
  return {
    reason: 'FieldValueNotSupported',
    field,
    message: `Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: ${supported
      .map(name => JSON.stringify(name))
      .join(', ')}`,
  };
}

export function tooLong(field: string, limit: number): FieldProblem {
  return {
    reason: 'FieldValueTooLong',
    field,
    message: `Too long: may not be more than ${limit} bytes`,
  };
}

/** A problem where a field changed. */
export function unchanged(
  before: unknown,
  after: unknown,
  problem: FieldProblem,
): FieldProblem[] {
  return isDeepStrictEqual(before, after) ? [] : [problem];
}
