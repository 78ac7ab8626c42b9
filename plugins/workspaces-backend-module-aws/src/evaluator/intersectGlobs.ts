import { ANY, literalLength, ONE, type Glob } from './glob';

/** Fills in where both globs have a wildcard for exactly one character. */
const FILLER = 'x'.charCodeAt(0);

/**
 * A text that both globs match, without more characters in place of wildcards than needed; undefined when there is
 * none. Searches all pairs of positions, so that `undefined` is a proof.
 */
export function intersectGlobs(a: Glob, b: Glob): string | undefined {
  const heads = Math.min(literalLength(a), literalLength(b));
  for (let i = 0; i < heads; i += 1) {
    if (a[i] !== b[i]) {
      return undefined;
    }
  }
  const width = b.length + 1;
  const cameFrom = new Map<number, readonly [number, number | undefined]>();
  const start = heads * width + heads;
  const goal = a.length * width + b.length;
  const queue = [start];
  cameFrom.set(start, [start, undefined]);
  for (let next = 0; next < queue.length; next += 1) {
    const state = queue[next];
    if (state === goal) {
      return text(a.slice(0, heads), cameFrom, start, goal);
    }
    const i = Math.floor(state / width);
    const j = state % width;
    const visit = (target: number, code: number | undefined) => {
      if (!cameFrom.has(target)) {
        cameFrom.set(target, [state, code]);
        queue.push(target);
      }
    };
    if (a[i] === ANY) {
      visit(state + width, undefined);
    }
    if (b[j] === ANY) {
      visit(state + 1, undefined);
    }
    if (i < a.length && j < b.length) {
      const code = common(a[i], b[j]);
      if (code !== undefined) {
        visit(
          (a[i] === ANY ? i : i + 1) * width + (b[j] === ANY ? j : j + 1),
          code,
        );
      }
    }
  }
  return undefined;
}

/** A character that two codes allow; undefined when there is none, or when none is needed. */
function common(a: number, b: number): number | undefined {
  if (a === ANY && b === ANY) {
    return undefined;
  }
  if (a < 0 && b < 0) {
    return FILLER;
  }
  if (a < 0) {
    return b;
  }
  return b < 0 || a === b ? a : undefined;
}

function text(
  head: Glob,
  cameFrom: ReadonlyMap<number, readonly [number, number | undefined]>,
  start: number,
  goal: number,
): string {
  const codes: number[] = [];
  let state = goal;
  while (state !== start) {
    const [previous, code] = cameFrom.get(state)!;
    if (code !== undefined) {
      codes.push(code);
    }
    state = previous;
  }
  return String.fromCharCode(...head, ...codes.reverse());
}

/** A text that a glob matches, with wildcards filled in. */
export function sampleOfGlob(glob: Glob): string {
  return String.fromCharCode(
    ...glob.map(code => (code === ANY || code === ONE ? FILLER : code)),
  );
}
