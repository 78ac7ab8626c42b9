import type { ContextValue } from './AccessRequest';
import { compileArnPattern } from './arnPattern';
import { compilePattern } from './pattern';
import { anyOf, type Truth } from './truth';

/** Compares a value of a request with the values of a condition. */
export interface Comparator {
  /** Whether the operator wants that none matches. */
  readonly negated: boolean;
  matches(value: string, context: ReadonlyMap<string, ContextValue>): Truth;
}

interface Operator {
  readonly kind: 'text' | 'arn' | 'bool';
  readonly negated?: boolean;
  readonly wildcards?: boolean;
  readonly ignoreCase?: boolean;
}

/** Operators that are understood, without set prefix and IfExists. Numbers, dates, addresses and bytes are not. */
const OPERATORS = new Map<string, Operator>([
  ['stringequals', { kind: 'text' }],
  ['stringnotequals', { kind: 'text', negated: true }],
  ['stringequalsignorecase', { kind: 'text', ignoreCase: true }],
  [
    'stringnotequalsignorecase',
    { kind: 'text', negated: true, ignoreCase: true },
  ],
  ['stringlike', { kind: 'text', wildcards: true }],
  ['stringnotlike', { kind: 'text', wildcards: true, negated: true }],
  // Both ARN operators know wildcards.
  ['arnequals', { kind: 'arn', wildcards: true }],
  ['arnlike', { kind: 'arn', wildcards: true }],
  ['arnnotequals', { kind: 'arn', wildcards: true, negated: true }],
  ['arnnotlike', { kind: 'arn', wildcards: true, negated: true }],
  ['bool', { kind: 'bool' }],
]);

/** The comparator of an operator in lower case; undefined when it is not understood. */
export function comparatorOf(
  name: string,
  values: readonly string[],
  options: { readonly variables: boolean },
): Comparator | undefined {
  const operator = OPERATORS.get(name);
  if (!operator) {
    return undefined;
  }
  const { kind, negated = false, wildcards = false, ignoreCase } = operator;
  if (kind === 'bool') {
    const wanted = new Set(values.map(value => value.toLowerCase()));
    return [...wanted].every(value => value === 'true' || value === 'false')
      ? { negated, matches: value => wanted.has(value.toLowerCase()) }
      : undefined;
  }
  const compile = kind === 'arn' ? compileArnPattern : compilePattern;
  const patterns = values.map(value =>
    compile(value, { ...options, wildcards, ignoreCase }),
  );
  return {
    negated,
    matches: (value, context) =>
      anyOf(patterns, pattern => pattern.matches(value, context)),
  };
}
