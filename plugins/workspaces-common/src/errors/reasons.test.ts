import { HINTS } from './hints';
import { isReason, REASONS } from './reasons';

describe('REASONS', () => {
  it.each(Object.entries(REASONS))(
    '%s is a stable code with one sentence',
    (code, sentence) => {
      expect(code).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('has a hint only for codes that exist', () => {
    for (const code of Object.keys(HINTS)) {
      expect(isReason(code)).toBe(true);
    }
  });
});

describe('isReason', () => {
  it('knows our codes and no others', () => {
    expect(isReason('NamespaceConflict')).toBe(true);
    expect(isReason('toString')).toBe(false);
    expect(isReason('AlreadyExists')).toBe(false);
    expect(isReason(undefined)).toBe(false);
  });
});
