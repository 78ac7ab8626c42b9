import { isRecord } from './isRecord';
import { statementName } from '../policies/comparePolicies';
import type { PolicyDocument } from '../policies/PolicyDocument';
import { compileStatement, type CompiledStatement } from './compileStatement';
import { readStatement, type PolicyKind } from './readStatement';

const ELEMENTS = ['Version', 'Id', 'Statement'];
const VERSIONS = [undefined, '2008-10-17', '2012-10-17'];

/** A policy, ready to be asked. @public */
export interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
}

/**
 * Makes a document ready to be asked. It may be anything that AWS returned: what is not understood becomes a statement
 * that decides nothing as known, and so is never taken for a refusal.
 *
 * @public
 */
export function compilePolicy(
  document: PolicyDocument | unknown,
  kind: PolicyKind,
): CompiledPolicy {
  if (!isRecord(document) || !isPolicy(document)) {
    return { statements: [unreadable('document', 'Allow', document)] };
  }
  const statements = Array.isArray(document.Statement)
    ? document.Statement
    : [document.Statement];
  const variables = document.Version === '2012-10-17';
  return {
    statements: statements.map((statement: unknown, index) => {
      const read = readStatement(statement, kind);
      const name = statementName(
        isRecord(statement) && typeof statement.Sid === 'string'
          ? { Sid: statement.Sid }
          : {},
        index,
      );
      if (read) {
        return compileStatement(read, name, { variables });
      }
      const denies = isRecord(statement) && statement.Effect === 'Deny';
      return unreadable(name, denies ? 'Deny' : 'Allow', statement);
    }),
  };
}

function isPolicy(document: Record<string, unknown>): boolean {
  return (
    Object.keys(document).every(key => ELEMENTS.includes(key)) &&
    VERSIONS.some(version => version === document.Version) &&
    document.Statement !== undefined
  );
}

function unreadable(
  name: string,
  effect: 'Allow' | 'Deny',
  source: unknown,
): CompiledStatement {
  return {
    name,
    effect,
    source,
    understood: false,
    matches: () => 'unknown',
    matchesAction: () => 'unknown',
    actions: [],
    resources: [],
    conditionGlobs: () => [],
    principals: [],
  };
}
