import { badRequest } from '../api/errors';

interface Requirement {
  readonly key: string;
  readonly operator: 'in' | 'notin' | 'exists' | 'absent';
  readonly values: readonly string[];
}

/** A parsed `labelSelector` parameter. */
export interface LabelSelector {
  /** Equalities that an index can answer. */
  readonly equalities: readonly (readonly [string, string])[];
  matches(labels: { readonly [key: string]: string } | undefined): boolean;
}

const keyPattern =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const valuePattern = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Splits at commas that stand outside parentheses. */
function splitRequirements(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}

function parseRequirement(text: string): Requirement {
  const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
  if (set) {
    return {
      key: set[1],
      operator: set[2] === 'in' ? 'in' : 'notin',
      values: set[3].split(',').map(value => value.trim()),
    };
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(text);
  if (equality) {
    return {
      key: equality[1],
      operator: equality[2] === '!=' ? 'notin' : 'in',
      values: [equality[3]],
    };
  }
  return text.startsWith('!')
    ? { key: text.slice(1).trim(), operator: 'absent', values: [] }
    : { key: text, operator: 'exists', values: [] };
}

function check(requirement: Requirement): Requirement {
  const wrong = keyPattern.test(requirement.key)
    ? requirement.values.find(value => !valuePattern.test(value))
    : requirement.key;
  if (wrong !== undefined) {
    throw badRequest(
      `unable to parse requirement: ${JSON.stringify(
        wrong,
      )} is not a valid label key or value`,
    );
  }
  return requirement;
}

function holds(
  { key, operator, values }: Requirement,
  labels: { readonly [key: string]: string },
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'exists') return value !== undefined;
  if (operator === 'absent') return value === undefined;
  const included = value !== undefined && values.includes(value);
  return operator === 'in' ? included : !included;
}

/** Parses equality based and set based selectors. */
export function parseLabelSelector(text: string | null): LabelSelector {
  const requirements = splitRequirements(text ?? '').map(part =>
    check(parseRequirement(part)),
  );
  return {
    equalities: requirements
      .filter(
        ({ operator, values }) => operator === 'in' && values.length === 1,
      )
      .map(({ key, values }) => [key, values[0]] as const),
    matches: labels =>
      requirements.every(requirement => holds(requirement, labels ?? {})),
  };
}
