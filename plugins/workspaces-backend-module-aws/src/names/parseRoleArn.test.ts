import { formatRoleArn, parseRoleArn } from './parseRoleArn';

describe('parseRoleArn', () => {
  it.each([
    ['arn:aws:iam::123456789012:role/drls', 'aws', '/', 'drls'],
    ['arn:aws-cn:iam::123456789012:role/a/b/c', 'aws-cn', '/a/b/', 'c'],
  ])('reads %s', (text, partition, path, name) => {
    const arn = { partition, account: '123456789012', path, name };
    expect(parseRoleArn(text)).toEqual(arn);
    expect(formatRoleArn(arn)).toBe(text);
  });

  it.each([
    ['', 'pattern'],
    ['drls', 'pattern'],
    [' arn:aws:iam::123456789012:role/drls', 'pattern'],
    ['arn:aws:iam::123456789012:role/drls ', 'pattern'],
    ['arn:aws:iam::123456789012:role/drls\n', 'pattern'],
    ['arn:aws:iam::123456789012:role/', 'pattern'],
    ['arn:aws:iam::123456789012:role//drls', 'pattern'],
    ['arn:aws:iam::123456789012:role/*', 'pattern'],
    ['arn:aws:iam::123456789012:role/${x}', 'pattern'],
    ['arn:aws:iam::123456789012:user/drls', 'pattern'],
    ['arn:aws:iam::12345678901:role/drls', 'pattern'],
    ['arn:aws:iam:eu-west-1:123456789012:role/drls', 'pattern'],
    ['arn:aws:sts::123456789012:assumed-role/drls/session', 'pattern'],
    ['arn:aws:iam::123456789012:role/x/../y', 'path'],
    ['arn:aws:iam::123456789012:role/x/./y', 'path'],
    ['arn:aws:iam::123456789012:role/..', 'path'],
    ['arn:aws-other:iam::123456789012:role/drls', 'known-partition'],
    [`arn:aws:iam::123456789012:role/${'a'.repeat(65)}`, 'max-length'],
  ])('refuses %j by the rule %s', (text, rule) => {
    expect(() => parseRoleArn(text)).toThrow(
      expect.objectContaining({ field: 'roleArn', rule }),
    );
  });
});
