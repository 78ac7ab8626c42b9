import { firstSentence, shortenMiddle, valueText } from './text';

describe('firstSentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    [
      'Apply docs/rbac.yaml to it, then go on.',
      'Apply docs/rbac.yaml to it, then go on.',
    ],
    ['Says "v1.36.3 is old". Renew it.', 'Says "v1.36.3 is old".'],
    ['First line\nsecond line', 'First line'],
    ['  ', ''],
  ])('should take of %p the part %p', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});

describe('shortenMiddle', () => {
  it('should keep both ends of a long text', () => {
    expect(shortenMiddle('abcdefghij', 5)).toBe('ab…ij');
    expect(shortenMiddle('abcdefghij', 6)).toBe('abc…ij');
  });

  it('should leave a short text', () => {
    expect(shortenMiddle('abcde', 5)).toBe('abcde');
  });
});

describe('valueText', () => {
  it.each([
    ['text', 'text'],
    [8, '8'],
    [{ a: [1] }, '{"a":[1]}'],
    [undefined, ''],
  ])('should write %p as %p', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});
