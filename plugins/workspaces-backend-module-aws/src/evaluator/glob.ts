/** Stands for any characters in a glob, also none. */
export const ANY = -1;

/** Stands for one character in a glob. */
export const ONE = -2;

/** A pattern as character codes, {@link ANY} and {@link ONE}. */
export type Glob = readonly number[];

/** A text in which nothing is a wildcard. */
export function literalGlob(text: string): number[] {
  const codes = new Array<number>(text.length);
  for (let i = 0; i < text.length; i += 1) {
    codes[i] = text.charCodeAt(i);
  }
  return codes;
}

/** A text in which `*` and `?` are wildcards. */
export function parseGlob(text: string): number[] {
  return literalGlob(text).map(code => {
    if (code === 0x2a) {
      return ANY;
    }
    return code === 0x3f ? ONE : code;
  });
}

/**
 * Whether a text matches. Takes pattern × text steps at most, where a regular expression could take exponentially many
 * for a pattern that somebody wrote into a live policy.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  let position = 0;
  let index = 0;
  let lastAny = -1;
  let retryFrom = 0;
  while (position < text.length) {
    const code = index < glob.length ? glob[index] : undefined;
    if (code === ANY) {
      lastAny = index;
      retryFrom = position;
      index += 1;
    } else if (code === ONE || code === text.charCodeAt(position)) {
      index += 1;
      position += 1;
    } else if (lastAny >= 0) {
      retryFrom += 1;
      position = retryFrom;
      index = lastAny + 1;
    } else {
      return false;
    }
  }
  while (glob[index] === ANY) {
    index += 1;
  }
  return index === glob.length;
}

/** How many codes at the start are no wildcards. */
export function literalLength(glob: Glob): number {
  const wildcard = glob.findIndex(code => code < 0);
  return wildcard < 0 ? glob.length : wildcard;
}
