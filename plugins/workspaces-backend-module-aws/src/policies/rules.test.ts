import {
  ID_PATTERN,
  MAX_ID_LENGTH,
  MIN_ID_LENGTH,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import fc from 'fast-check';
import { PATTERNS } from './rules';

describe('PATTERNS', () => {
  it('has the ids that workspaces can have', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'z', '0', '9', '-', 'A', '*', '/', '$', '.'),
      maxLength: MAX_ID_LENGTH + 2,
    });
    fc.assert(
      fc.property(fc.oneof(texts, fc.stringMatching(ID_PATTERN)), id => {
        const allowed =
          id.length >= MIN_ID_LENGTH &&
          id.length <= MAX_ID_LENGTH &&
          ID_PATTERN.test(id);
        expect(PATTERNS.workspaceId.pattern.test(id)).toBe(allowed);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no character through that means something in a policy', () => {
    const dangerous = fc.string({
      unit: fc.constantFrom(
        'a',
        'b',
        '*',
        '?',
        '$',
        '{',
        '}',
        '"',
        '\\',
        '\n',
        ' ',
      ),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        dangerous,
        fc.constantFrom(...Object.values(PATTERNS)),
        (text, { pattern }) => {
          fc.pre(/[^ab]/.test(text));
          expect(pattern.test(text)).toBe(false);
          expect(pattern.test(`a${text}/`)).toBe(false);
          expect(
            pattern.test(`arn:aws:kms:eu-west-1:123456789012:key/${text}`),
          ).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
