import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A body as it came, of which nothing is known yet. */
export type RawBody = Readonly<Record<string, unknown>>;

/** A value as a body, empty when it is none. */
export function asBody(value: unknown): RawBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as RawBody)
    : {};
}

/**
 * Checks a text field. Other types are left to the schema, which reports them in the same answer.
 */
export function checkText(
  body: RawBody,
  field: string,
  check: (text: string) => FieldProblem[],
): FieldProblem[] {
  const value = body[field];
  return typeof value === 'string' ? check(value) : [];
}

/** Checks that a text is one of a list of names. */
export function checkOneOf(
  body: RawBody,
  field: string,
  names: readonly string[],
  what: string,
): FieldProblem[] {
  return checkText(body, field, text =>
    names.includes(text)
      ? []
      : [
          {
            field,
            rule: 'one-of',
            message: `There is no ${what} of that name; there is ${
              names.join(', ') || 'none'
            }.`,
          },
        ],
  );
}
