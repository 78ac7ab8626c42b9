import type { ContextValue } from './AccessRequest';
import { ANY, type Glob } from './glob';
import { compilePattern, type Pattern, type PatternOptions } from './pattern';
import { allOf, type Truth } from './truth';

const PARTS = 6;

/**
 * Reads the pattern of an ARN. Its parts are compared one by one: a wildcard stays within its part, except in the last
 * one, where colons and slashes are ordinary characters.
 */
export function compileArnPattern(
  text: string,
  options: PatternOptions,
): Pattern {
  if (text === '*' && options.wildcards) {
    return { glob: [ANY], matches: () => true };
  }
  const whole = compilePattern(text, options);
  const parts = splitPattern(text);
  if (parts.length < PARTS) {
    return {
      glob: whole.glob,
      // Not an ARN: what AWS makes of it is left open.
      matches: (value, context) =>
        whole.matches(value, context) === false ? false : 'unknown',
    };
  }
  if (parts.slice(0, -1).every(part => !/[*?$]/.test(part))) {
    return whole;
  }
  return wildcardArn(
    whole.glob,
    parts.map(part => compilePattern(part, options)),
  );
}

function wildcardArn(glob: Glob, parts: readonly Pattern[]): Pattern {
  return {
    glob,
    matches: (
      value: string,
      context: ReadonlyMap<string, ContextValue>,
    ): Truth => {
      const values = value.split(':');
      if (values.length < PARTS) {
        return false;
      }
      const last = values.slice(PARTS - 1).join(':');
      return allOf(
        parts.map((part, index) => ({ part, index })),
        ({ part, index }) =>
          part.matches(index === PARTS - 1 ? last : values[index], context),
      );
    },
  };
}

/** Splits at the first five colons that are not within a variable. */
function splitPattern(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length && parts.length < PARTS - 1; i += 1) {
    if (text.startsWith('${', i)) {
      depth = 1;
    } else if (text[i] === '}') {
      depth = 0;
    } else if (text[i] === ':' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}
