import type {
  OneOrMany,
  PolicyDocument,
  PolicyPrincipal,
  PolicyStatement,
} from './PolicyDocument';

/** A policy in the one form that equal policies share. @public */
export interface NormalisedPolicy {
  /** `2008-10-17` where the document has none, as AWS reads it. */
  readonly version: string;
  readonly statements: readonly NormalisedStatement[];
}

/** A statement in the one form that equal statements share: every list sorted, every name in lower case. @public */
export interface NormalisedStatement {
  readonly sid?: string;
  readonly effect: string;
  /** Element (`action`, `notresource`, …) → its values. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** `operator key` → its values. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

/**
 * Takes away what makes no difference to AWS: one value or a list of one, order, case of actions, operators and
 * condition keys, and how an account is written as principal.
 *
 * @public
 */
export function normalisePolicy(document: PolicyDocument): NormalisedPolicy {
  return {
    version: document.Version ?? '2008-10-17',
    statements: listOf(document.Statement)
      .map(normaliseStatement)
      .map(statement => [JSON.stringify(statement), statement] as const)
      .sort(([a], [b]) => compareText(a, b))
      .map(([, statement]) => statement),
  };
}

/** Whether AWS would treat two policies alike, Sids included. @public */
export function samePolicy(a: PolicyDocument, b: PolicyDocument): boolean {
  return (
    JSON.stringify(normalisePolicy(a)) === JSON.stringify(normalisePolicy(b))
  );
}

/** A statement in its normal form. */
export function normaliseStatement(
  statement: PolicyStatement,
): NormalisedStatement {
  const elements: [string, readonly string[]][] = [];
  const add = (name: string, values: readonly string[] | undefined) => {
    if (values) {
      elements.push([name, sorted(values)]);
    }
  };
  add('action', lowerCased(statement.Action));
  add('notaction', lowerCased(statement.NotAction));
  add('notprincipal', principals(statement.NotPrincipal));
  add('notresource', optionalList(statement.NotResource));
  add('principal', principals(statement.Principal));
  add('resource', optionalList(statement.Resource));
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(
    ([operator, keys]) =>
      Object.entries(keys).map(([key, values]): [string, string[]] => [
        `${operator.toLowerCase()} ${key.toLowerCase()}`,
        sorted(conditionValues(operator, values)),
      ]),
  );
  return {
    ...(statement.Sid && { sid: statement.Sid }),
    effect: statement.Effect,
    elements: Object.fromEntries(elements),
    conditions: Object.fromEntries(
      conditions.sort(([a], [b]) => compareText(a, b)),
    ),
  };
}

/** One or several as a list. */
export function listOf<T>(value: OneOrMany<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function optionalList(
  value: OneOrMany | undefined,
): readonly string[] | undefined {
  return value === undefined ? undefined : listOf(value);
}

function lowerCased(value: OneOrMany | undefined): string[] | undefined {
  return optionalList(value)?.map(text => text.toLowerCase());
}

function conditionValues(
  operator: string,
  values: OneOrMany<string | number | boolean>,
): string[] {
  const texts = listOf(values).map(String);
  return /^(?:for(?:all|any)values?:)?(?:bool|null)/i.test(operator)
    ? texts.map(text => text.toLowerCase())
    : texts;
}

function principals(
  principal: PolicyPrincipal | undefined,
): string[] | undefined {
  if (principal === undefined) {
    return undefined;
  }
  if (principal === '*') {
    return ['AWS *'];
  }
  return Object.entries(principal).flatMap(([kind, values]) =>
    listOf(values).map(value => `${kind} ${accountOf(value) ?? value}`),
  );
}

/** AWS stores an account that is given by its number as the ARN of its root. */
function accountOf(principal: string): string | undefined {
  return (
    /^\d{12}$/.exec(principal)?.[0] ??
    /^arn:[a-z-]+:iam::(\d{12}):root$/.exec(principal)?.[1]
  );
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(compareText);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
