import type { ContextValue } from './AccessRequest';
import { ANY, literalGlob, matchesGlob, parseGlob, type Glob } from './glob';
import type { Truth } from './truth';

/** How a text of a policy is read. */
export interface PatternOptions {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** Whether `${key}` is a policy variable: in documents of version 2012-10-17. */
  readonly variables: boolean;
  readonly ignoreCase?: boolean;
}

/** A text of a policy, ready to be compared. */
export interface Pattern {
  /** What it matches, where variables match anything. */
  readonly glob: Glob;
  matches(value: string, context: ReadonlyMap<string, ContextValue>): Truth;
}

const VARIABLE = /\$\{([^}]*)\}/g;

/** Reads a text of a policy. */
export function compilePattern(text: string, options: PatternOptions): Pattern {
  const source = options.ignoreCase ? text.toLowerCase() : text;
  const cased = (value: string) =>
    options.ignoreCase ? value.toLowerCase() : value;
  const parse = options.wildcards ? parseGlob : literalGlob;
  if (!options.variables || !text.includes('${')) {
    const glob = parse(source);
    const compare = fastest(source, glob);
    return { glob, matches: value => compare(cased(value)) };
  }
  const glob = substitute(text, parse, cased, () => undefined).glob;
  return {
    glob,
    matches: (value, context) => {
      if (!matchesGlob(glob, cased(value))) {
        return false;
      }
      const resolved = substitute(text, parse, cased, key => context.get(key));
      // What a variable stands for is not known, so that nobody can say whether it matches.
      return resolved.complete
        ? matchesGlob(resolved.glob, cased(value))
        : 'unknown';
    },
  };
}

function fastest(text: string, glob: Glob): (value: string) => boolean {
  const wildcard = glob.findIndex(code => code < 0);
  if (wildcard < 0) {
    return value => value === text;
  }
  if (wildcard === glob.length - 1 && glob[wildcard] === ANY) {
    const start = text.slice(0, -1);
    return value => value.startsWith(start);
  }
  return value => matchesGlob(glob, value);
}

function substitute(
  text: string,
  parse: (text: string) => number[],
  cased: (text: string) => string,
  lookUp: (key: string) => ContextValue | undefined,
): { readonly glob: Glob; readonly complete: boolean } {
  const glob: number[] = [];
  let complete = true;
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    glob.push(...parse(cased(text.slice(end, match.index))));
    end = match.index + match[0].length;
    const value = variableValue(match[1], lookUp);
    if (value === undefined) {
      glob.push(ANY);
      complete = false;
    } else {
      glob.push(...literalGlob(cased(value)));
    }
  }
  glob.push(...parse(cased(text.slice(end))));
  return { glob, complete };
}

function variableValue(
  expression: string,
  lookUp: (key: string) => ContextValue | undefined,
): string | undefined {
  // `${*}`, `${?}` and `${$}` are how a policy writes these characters themselves.
  if (/^[*?$]$/.test(expression)) {
    return expression;
  }
  const [, key, fallback] =
    /^\s*([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(expression) ?? [];
  const value = key === undefined ? undefined : lookUp(key.toLowerCase());
  if (value === null) {
    return fallback;
  }
  return typeof value === 'string' ? value : undefined;
}
