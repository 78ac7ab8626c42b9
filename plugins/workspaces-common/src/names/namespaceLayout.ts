import {
  isReservedNamespace,
  MAX_NAMESPACE_LENGTH,
  namespaceName,
} from './namespaces';
import { ID_PATTERN, MIN_ID_LENGTH } from './workspaceId';

/** Longest suffix: it must leave room for the shortest id and the hyphen. */
const MAX_SUFFIX_LENGTH = MAX_NAMESPACE_LENGTH - MIN_ID_LENGTH - 1;

const SUFFIX_PATTERN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * What is wrong with a list of namespace suffixes, one sentence each; empty when no two workspaces can meet in
 * one namespace and none can take a reserved one.
 *
 * Names `{id}-{suffix}` are unique for every pair of ids if and only if no suffix, with its hyphen, ends another.
 *
 * @public
 */
export function checkNamespaceSuffixes(
  suffixes: readonly string[],
  reservedNamespaces: readonly string[] = [],
): string[] {
  const problems: string[] = [];
  if (suffixes.length === 0) {
    problems.push('At least one namespace suffix is needed.');
  }
  for (const [index, suffix] of suffixes.entries()) {
    if (!SUFFIX_PATTERN.test(suffix) || suffix.length > MAX_SUFFIX_LENGTH) {
      problems.push(
        `The suffix "${suffix}" is not 1 to ${MAX_SUFFIX_LENGTH} lower case letters, digits and inner hyphens.`,
      );
      continue;
    }
    for (const [otherIndex, other] of suffixes.entries()) {
      if (index !== otherIndex && other === suffix && index < otherIndex) {
        problems.push(`The suffix "${suffix}" is there twice.`);
      }
      if (other !== suffix && other.endsWith(`-${suffix}`)) {
        const id = other.slice(0, -suffix.length - 1);
        problems.push(
          `The suffix "${suffix}" ends the suffix "${other}": the workspaces "a" and "a-${id}" would share the namespace "${namespaceName(
            'a',
            other,
          )}".`,
        );
      }
    }
    for (const reserved of reservedNamespaces) {
      const id = reserved.endsWith(`-${suffix}`)
        ? reserved.slice(0, -suffix.length - 1)
        : '';
      if (ID_PATTERN.test(id) && !isReservedNamespace(reserved)) {
        problems.push(
          `With the suffix "${suffix}" a workspace "${id}" would take the reserved namespace "${reserved}".`,
        );
      }
    }
  }
  return problems;
}
