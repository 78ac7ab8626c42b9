import { listOf } from '../policies/normalisePolicy';
import type {
  OneOrMany,
  PolicyPrincipal,
  PolicyStatement,
} from '../policies/PolicyDocument';
import type { AccessRequest, RequestPrincipal } from './AccessRequest';
import { compileArnPattern } from './arnPattern';
import { compileCondition, type Condition } from './condition';
import type { Glob } from './glob';
import { compilePattern } from './pattern';
import { matchesPrincipal } from './principal';
import { allOf, anyOf, not, type Truth } from './truth';

/** A statement, ready to be asked. @public */
export interface CompiledStatement {
  /** Its Sid, or `statement 2`. */
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  /** As it stands in the document. */
  readonly source: unknown;
  /** False for one with elements that are not understood; it matches nothing for certain. */
  readonly understood: boolean;
  matches(request: AccessRequest): Truth;
  matchesAction(action: string): Truth;
  /** What its actions match, in lower case; empty with NotAction. */
  readonly actions: readonly Glob[];
  /** What its resources match, for finding requests that it allows; empty with NotResource. */
  readonly resources: readonly Glob[];
  /** What the values of a condition key (lower case) match, whatever the operator. */
  conditionGlobs(key: string): readonly Glob[];
  /** Who it names; empty with NotPrincipal. */
  readonly principals: readonly RequestPrincipal[];
}

const NO_CONTEXT: AccessRequest['context'] = new Map();
const TEXT = { wildcards: true, variables: false };

/** Makes a statement ready to be asked. */
export function compileStatement(
  statement: PolicyStatement,
  name: string,
  options: { readonly variables: boolean },
): CompiledStatement {
  const actions = listOf(statement.Action ?? statement.NotAction ?? []).map(
    action => compilePattern(action, { ...TEXT, ignoreCase: true }),
  );
  const resources = listOf(
    statement.Resource ?? statement.NotResource ?? [],
  ).map(resource =>
    compileArnPattern(resource, { ...options, wildcards: true }),
  );
  const conditions = compileConditions(statement, options);
  const matchesAction = (action: string): Truth => {
    const truth = anyOf(actions, pattern =>
      pattern.matches(action, NO_CONTEXT),
    );
    return statement.NotAction ? not(truth) : truth;
  };
  const matchesResource = ({ resource, context }: AccessRequest): Truth => {
    if (!statement.Resource && !statement.NotResource) {
      return true;
    }
    const truth = anyOf(resources, pattern =>
      resource === undefined ? 'unknown' : pattern.matches(resource, context),
    );
    return statement.NotResource ? not(truth) : truth;
  };
  const tests: readonly Condition[] = [
    ({ action }) => matchesAction(action),
    matchesResource,
    ({ principal }) => asks(statement, principal),
    ...conditions,
  ];
  const globs = new Map<string, readonly Glob[]>();
  return {
    name,
    effect: statement.Effect,
    source: statement,
    understood: true,
    matches: request => allOf(tests, test => test(request)),
    matchesAction: action => matchesAction(action.toLowerCase()),
    actions: statement.Action ? actions.map(({ glob }) => glob) : [],
    resources: statement.Resource ? resources.map(({ glob }) => glob) : [],
    conditionGlobs: key => {
      const known = globs.get(key) ?? conditionGlobs(statement, key, options);
      globs.set(key, known);
      return known;
    },
    principals: principalsOf(statement.Principal),
  };
}

function asks(
  { Principal, NotPrincipal }: PolicyStatement,
  principal: RequestPrincipal | undefined,
): Truth {
  const element = Principal ?? NotPrincipal;
  if (element === undefined) {
    return true;
  }
  if (!principal) {
    return 'unknown';
  }
  const truth = matchesPrincipal(element, principal);
  return Principal ? truth : not(truth);
}

function compileConditions(
  statement: PolicyStatement,
  options: { readonly variables: boolean },
): Condition[] {
  return Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) =>
      compileCondition(operator, key, textsOf(values), options),
    ),
  );
}

function conditionGlobs(
  statement: PolicyStatement,
  wanted: string,
  options: { readonly variables: boolean },
): Glob[] {
  return Object.values(statement.Condition ?? {}).flatMap(keys =>
    Object.entries(keys)
      .filter(([key]) => key.toLowerCase() === wanted)
      .flatMap(([, values]) => textsOf(values))
      .map(text => compilePattern(text, { ...options, wildcards: true }).glob),
  );
}

function textsOf(values: OneOrMany<string | number | boolean>): string[] {
  return listOf(values).map(String);
}

function principalsOf(
  principal: PolicyPrincipal | undefined,
): RequestPrincipal[] {
  if (principal === undefined || principal === '*') {
    return [];
  }
  return (['AWS', 'Federated', 'Service'] as const).flatMap(kind =>
    listOf(principal[kind] ?? []).map(value => ({ kind, value })),
  );
}
