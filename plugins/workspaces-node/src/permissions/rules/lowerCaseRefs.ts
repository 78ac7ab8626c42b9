/** Entity refs as the store keeps them. */
export function lowerCaseRefs(refs: readonly string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
