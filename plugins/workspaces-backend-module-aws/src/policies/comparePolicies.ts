import { listOf, normaliseStatement } from './normalisePolicy';
import type { PolicyDocument, PolicyStatement } from './PolicyDocument';

/** A statement that a live policy has otherwise than it was rendered. @public */
export interface StatementDifference {
  /** The kinds of drift that the API names. */
  readonly kind:
    | 'foreign-statement'
    | 'missing-statement'
    | 'changed-statement';
  /** The Sid, or `statement 2` where there is none. */
  readonly name: string;
  /** As rendered; absent for a foreign statement. */
  readonly rendered?: PolicyStatement;
  /** As AWS has it; absent for a missing statement. */
  readonly live?: PolicyStatement;
}

/**
 * How a live policy differs from the rendered one, statement by statement: equal ones are paired by content, the rest by
 * Sid. Empty when every statement is as rendered.
 *
 * @public
 */
export function comparePolicies(
  rendered: PolicyDocument,
  live: PolicyDocument,
): StatementDifference[] {
  const wanted = entries(rendered);
  const found = entries(live);
  for (const entry of wanted) {
    entry.pair = found.find(
      other => !other.pair && other.content === entry.content,
    );
    if (entry.pair) {
      entry.pair.pair = entry;
    }
  }
  const differences: StatementDifference[] = [];
  for (const entry of wanted.filter(({ pair }) => !pair)) {
    const { statement, name } = entry;
    const changed = found.find(
      other =>
        !other.pair && statement.Sid && other.statement.Sid === statement.Sid,
    );
    if (changed) {
      changed.pair = entry;
      differences.push({
        kind: 'changed-statement',
        name,
        rendered: statement,
        live: changed.statement,
      });
    } else {
      differences.push({
        kind: 'missing-statement',
        name,
        rendered: statement,
      });
    }
  }
  return differences.concat(
    found
      .filter(({ pair }) => !pair)
      .map(({ name, statement }) => ({
        kind: 'foreign-statement',
        name,
        live: statement,
      })),
  );
}

/** What a statement is called by: its Sid, else its number. */
export function statementName(
  statement: { readonly Sid?: string },
  index: number,
): string {
  return statement.Sid || `statement ${index + 1}`;
}

interface Entry {
  readonly statement: PolicyStatement;
  readonly name: string;
  readonly content: string;
  pair?: Entry;
}

function entries(document: PolicyDocument): Entry[] {
  return listOf(document.Statement).map((statement, index) => ({
    statement,
    name: statementName(statement, index),
    content: JSON.stringify(normaliseStatement(statement)),
  }));
}
