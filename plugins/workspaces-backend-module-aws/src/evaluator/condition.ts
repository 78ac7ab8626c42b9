import type { AccessRequest, ContextValue } from './AccessRequest';
import { comparatorOf, type Comparator } from './operators';
import { allOf, anyOf, not, type Truth } from './truth';

/** A condition of a statement, ready to be asked. */
export type Condition = (request: AccessRequest) => Truth;

const OPERATOR = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;

/**
 * Reads one operator with one key and its values. What is not understood is unknown for every request, which no proof
 * takes for a refusal.
 */
export function compileCondition(
  operator: string,
  key: string,
  values: readonly string[],
  options: { readonly variables: boolean },
): Condition {
  const [, set, name, ifExists] = OPERATOR.exec(operator.toLowerCase()) ?? [];
  const contextKey = key.toLowerCase();
  if (name === 'null' && !set && !ifExists) {
    return ({ context }) => isNull(context.get(contextKey), values);
  }
  const comparator = name && comparatorOf(name, values, options);
  if (!comparator) {
    return () => 'unknown';
  }
  return ({ context }) => {
    const value = context.get(contextKey);
    if (value === undefined) {
      return 'unknown';
    }
    if (value === null || value.length === 0) {
      // As AWS decides for a key that a request lacks; `''` is a value, an empty list is none.
      if (value === '') {
        return compareAll([value], set, comparator, context);
      }
      return absent(set, ifExists !== undefined, comparator.negated);
    }
    return compareAll(
      typeof value === 'string' ? [value] : value,
      set,
      comparator,
      context,
    );
  };
}

function absent(
  set: string | undefined,
  ifExists: boolean,
  negated: boolean,
): boolean {
  if (ifExists || set === 'forallvalues') {
    return true;
  }
  return set === 'foranyvalue' ? false : negated;
}

function compareAll(
  values: readonly string[],
  set: string | undefined,
  comparator: Comparator,
  context: ReadonlyMap<string, ContextValue>,
): Truth {
  const holds = (value: string) => {
    const truth = comparator.matches(value, context);
    return comparator.negated ? not(truth) : truth;
  };
  if (set === 'forallvalues') {
    return allOf(values, holds);
  }
  if (set === 'foranyvalue') {
    return anyOf(values, holds);
  }
  // AWS leaves open what an operator for one value makes of several.
  return values.length === 1 ? holds(values[0]) : 'unknown';
}

function isNull(
  value: ContextValue | undefined,
  wanted: readonly string[],
): Truth {
  if (value === undefined) {
    return 'unknown';
  }
  const missing =
    value === null || (Array.isArray(value) && value.length === 0);
  return anyOf(wanted, text => {
    const truth = text.toLowerCase();
    return truth === 'true' || truth === 'false'
      ? missing === (truth === 'true')
      : 'unknown';
  });
}
