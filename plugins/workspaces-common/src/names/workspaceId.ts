import type { FieldProblem } from '../schema/openapi';
import {
  isReservedNamespace,
  MAX_NAMESPACE_LENGTH,
  namespaceName,
} from './namespaces';

/** Shortest id of a workspace. @public */
export const MIN_ID_LENGTH = 2;

/** Longest id of a workspace, whatever the suffixes: the limit that DRLS set. @public */
export const MAX_ID_LENGTH = 38;

/** Shape of an id: lower case letters, digits and inner hyphens. @public */
export const ID_PATTERN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])$/;

/** Id of the workspace that uses the pre-existing namespaces. @public */
export const DEFAULT_WORKSPACE_ID = 'default';

/**
 * Ids that nobody can have: the pages of the portal have addresses of these names, where those of workspaces are.
 *
 * @public
 */
export const PAGE_IDS: readonly string[] = ['health', 'secrets', 'sessions'];

/** What ids are checked against. @public */
export interface WorkspaceIdRules {
  /** Configured namespace suffixes, without the joining hyphen. */
  readonly suffixes: readonly string[];
  /** Ids that the operator keeps for something else. */
  readonly reservedIds?: readonly string[];
  /** Namespaces that no workspace may produce, such as those of the default workspace. */
  readonly reservedNamespaces?: readonly string[];
}

/** The longest id that leaves room for the longest suffix. @public */
export function maxIdLength(suffixes: readonly string[]): number {
  const longest = Math.max(0, ...suffixes.map(suffix => suffix.length + 1));
  return Math.min(MAX_ID_LENGTH, MAX_NAMESPACE_LENGTH - longest);
}

/**
 * The rules that an id breaks; empty when it can be used.
 *
 * @public
 */
export function checkWorkspaceId(
  id: string,
  rules: WorkspaceIdRules,
): FieldProblem[] {
  const problem = (rule: string, message: string): FieldProblem[] => [
    { field: 'id', rule, message },
  ];
  const longest = maxIdLength(rules.suffixes);
  if (id.length < MIN_ID_LENGTH) {
    return problem(
      'min-length',
      `The id needs at least ${MIN_ID_LENGTH} characters.`,
    );
  }
  if (id.length > longest) {
    return problem(
      'max-length',
      `The id may have at most ${longest} characters.`,
    );
  }
  if (!ID_PATTERN.test(id)) {
    return problem(
      'pattern',
      'The id may have lower case letters a to z, digits and hyphens, and neither starts nor ends with a hyphen.',
    );
  }
  if (
    id === DEFAULT_WORKSPACE_ID ||
    PAGE_IDS.includes(id) ||
    rules.reservedIds?.includes(id)
  ) {
    return problem('reserved-id', `The id "${id}" is reserved.`);
  }
  for (const name of rules.suffixes.map(suffix => namespaceName(id, suffix))) {
    if (isReservedNamespace(name) || rules.reservedNamespaces?.includes(name)) {
      return problem(
        'reserved-namespace',
        `The id "${id}" would give the namespace "${name}", which is reserved.`,
      );
    }
  }
  return [];
}
