import { isEntityRef, refsText, refText } from './refs';

describe('refText', () => {
  it.each([
    ['group:default/platform', 'Group platform'],
    ['group:other/platform', 'Group other/platform'],
    ['user:default/ann', 'ann'],
    [':', ':'],
  ])('should show %p as %p', (ref, text) => {
    expect(refText(ref)).toBe(text);
  });

  it('should join several', () => {
    expect(refsText(['user:default/ann', 'group:default/platform'])).toBe(
      'ann, Group platform',
    );
  });
});

describe('isEntityRef', () => {
  it.each([
    ['user:default/ann', true],
    ['system', false],
    ['plugin:scaffolder', false],
    ['user:ann', false],
  ])('should say of %p: %p', (text, answer) => {
    expect(isEntityRef(text)).toBe(answer);
  });
});
