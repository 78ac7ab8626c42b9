/** A pattern for `like … escape '\'` that finds a text; nothing of the text is special. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
