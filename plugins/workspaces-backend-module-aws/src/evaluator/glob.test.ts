import fc from 'fast-check';
import { matchesGlob, parseGlob } from './glob';
import { intersectGlobs, sampleOfGlob } from './intersectGlobs';

const patterns = fc.string({
  unit: fc.constantFrom('a', 'b', '/', '*', '?'),
  maxLength: 8,
});
const texts = fc.string({
  unit: fc.constantFrom('a', 'b', '/', 'x'),
  maxLength: 8,
});

function regExpOf(pattern: string): RegExp {
  const source = pattern.replace(/\*/g, '[^]*').replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`);
}

describe('matchesGlob', () => {
  it('agrees with a regular expression', () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(matchesGlob(parseGlob(pattern), text)).toBe(
          regExpOf(pattern).test(text),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take forever for a pattern that somebody made for that', () => {
    const glob = parseGlob(`${'*a'.repeat(200)}b`);
    expect(matchesGlob(glob, 'a'.repeat(1000))).toBe(false);
  });
});

describe('intersectGlobs', () => {
  it('finds a text that both match', () => {
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        const witness = intersectGlobs(parseGlob(a), parseGlob(b));
        expect(
          witness === undefined ||
            (regExpOf(a).test(witness) && regExpOf(b).test(witness)),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds one whenever there is one', () => {
    const masks = fc.array(fc.constantFrom('keep', '?', '*', '**'), {
      minLength: 8,
      maxLength: 8,
    });
    const hide = (text: string, mask: readonly string[]) =>
      Array.from(text, (character, i) =>
        mask[i] === 'keep' ? character : mask[i],
      ).join('');
    fc.assert(
      fc.property(texts, masks, masks, (text, a, b) => {
        expect(
          intersectGlobs(parseGlob(hide(text, a)), parseGlob(hide(text, b))),
        ).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['team-b/*', 'team-b/secret/*', 'team-b/secret/'],
    ['team-b/*', '*', 'team-b/'],
    ['team-b/*', '*/secret', 'team-b/secret'],
    ['team-b/*', 'team-?/*', 'team-b/'],
    ['team-b/*', 'team-a/*', undefined],
    ['team-b/*', 'team-b', undefined],
  ])('%s and %s have %s in common', (a, b, witness) => {
    expect(intersectGlobs(parseGlob(a), parseGlob(b))).toBe(witness);
  });
});

describe('sampleOfGlob', () => {
  it('gives a text that the pattern matches', () => {
    fc.assert(
      fc.property(patterns, pattern => {
        expect(sampleOfGlob(parseGlob(pattern))).toMatch(regExpOf(pattern));
      }),
    );
  });
});
