import isEqual from 'lodash/isEqual';

/** A policy document as AWS takes it. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

/** A piece of a document as text; `statement` where the piece is a whole statement. */
export interface DocumentPart {
  readonly text: string;
  readonly statement?: unknown;
}

const indent = (text: string, by: number) =>
  text.replace(/^/gm, ' '.repeat(by));

/** A document as indented JSON, cut so that each statement stands alone. */
export function documentParts(document: PolicyDocument): DocumentPart[] {
  const entries = Object.entries(document);
  const parts: DocumentPart[] = [{ text: '{' }];
  entries.forEach(([key, value], position) => {
    const comma = position < entries.length - 1 ? ',' : '';
    if (key === 'Statement' && Array.isArray(value)) {
      parts.push({ text: '  "Statement": [' });
      value.forEach((statement: unknown, index) =>
        parts.push({
          statement,
          text:
            indent(JSON.stringify(statement, null, 2), 4) +
            (index < value.length - 1 ? ',' : ''),
        }),
      );
      parts.push({ text: `  ]${comma}` });
    } else {
      parts.push({
        text:
          indent(
            `${JSON.stringify(key)}: ${JSON.stringify(value, null, 2)}`,
            2,
          ) + comma,
      });
    }
  });
  parts.push({ text: '}' });
  return parts;
}

/** A value with the liberties taken away that AWS takes: order of lists, and lists of one. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normalise);
    return items.length === 1
      ? items[0]
      : items.sort((a, b) =>
          JSON.stringify(a).localeCompare(JSON.stringify(b), 'en-US'),
        );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => a.localeCompare(b, 'en-US'))
        .map(([key, inner]) => [key, normalise(inner)]),
    );
  }
  return value;
}

/** Whether two statements or documents mean the same. */
export function samePolicy(a: unknown, b: unknown): boolean {
  return isEqual(normalise(a), normalise(b));
}

/** Whether a document has a statement. */
export function hasStatement(
  document: PolicyDocument,
  statement: unknown,
): boolean {
  return [document.Statement]
    .flat()
    .some(candidate => samePolicy(candidate, statement));
}
