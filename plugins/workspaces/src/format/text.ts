/** The first sentence of a text, without a line break. */
export function firstSentence(text: string): string {
  const line = text.trim().split('\n', 1)[0];
  // A full stop ends a sentence only before a space and a capital: names such as rbac.yaml have full stops too.
  const end = line.search(/[.!?](?=\s+\p{Lu})/u);
  return end < 0 ? line : line.slice(0, end + 1);
}

/** A text shortened in the middle, so that both ends stay readable. */
export function shortenMiddle(text: string, maxLength: number): string {
  if (text.length <= maxLength) {
    return text;
  }
  const head = Math.ceil((maxLength - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(
    text.length - (maxLength - 1 - head),
  )}`;
}

/** Any value of an object, on one line. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}
