import { readableRefs, isEntityRef, refsText, refText } from './refs';

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

describe('readableRefs', () => {
  it('should name people and Groups as people do, at the end of a sentence too', () => {
    expect(
      readableRefs('Gave it from group:default/data to user:other/bob.b.'),
    ).toBe('Gave it from Group data to other/bob.b.');
  });

  it('should leave everything else alone', () => {
    const message = 'Set the role arn:aws:iam::123456789012:role/user:x.';
    expect(readableRefs(message)).toBe(message);
  });
});
