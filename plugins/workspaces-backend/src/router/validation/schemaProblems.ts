import { isError } from '@backstage/errors';
import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';

/** One finding of the OpenAPI validator. */
interface Finding {
  readonly path?: string;
  readonly message: string;
  readonly errorCode?: string;
}

/** Names of rules that differ from the keyword of JSON schema. */
const RULES: Readonly<Record<string, string>> = {
  additionalProperties: 'unknown-field',
  unevaluatedProperties: 'unknown-field',
};

/** The fields that an error of the OpenAPI validator is about; undefined for any other error. */
export function schemaProblems(error: unknown): FieldProblem[] | undefined {
  if (!isError(error) || !Array.isArray(error.errors)) {
    return undefined;
  }
  if (error.status === 415) {
    const message = 'The body must be JSON, sent as application/json.';
    return [{ field: 'body', rule: 'content-type', message }];
  }
  if (error.status !== 400) {
    return undefined;
  }
  const problems = (error.errors as Finding[])
    // Of a refused alternative only what made it refused is of use.
    .filter(({ errorCode }) => !errorCode?.startsWith('if.'))
    .map(toProblem);
  const unique = new Map(
    problems.map(problem => [`${problem.field} ${problem.rule}`, problem]),
  );
  return [...unique.values()];
}

function toProblem({ path = '', message, errorCode }: Finding): FieldProblem {
  const field =
    path
      .replace(/^\/(body|query|params|headers)(\/|$)/, '')
      .replaceAll('/', '.') || 'body';
  const rule = ruleOf(message, errorCode?.split('.')[0]);
  return { field, rule, message: toSentence(field, rule, message) };
}

function ruleOf(message: string, keyword: string | undefined): string {
  if (keyword !== undefined) {
    return RULES[keyword] ?? toKebabCase(keyword);
  }
  // Query parameters are checked apart from the schema, without a keyword.
  return message.startsWith('Empty value') ? 'not-empty' : 'unknown-field';
}

function toSentence(field: string, rule: string, message: string): string {
  switch (rule) {
    case 'unknown-field':
      return `There is no field "${field}".`;
    case 'not-empty':
      return `The field "${field}" may not be empty.`;
    case 'required':
      return `The field "${field}" is missing.`;
    default:
      return `The field "${field}" ${message}.`;
  }
}

function toKebabCase(text: string): string {
  return text.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
