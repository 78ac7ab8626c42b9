import { parseRoleArn } from './roleArn';

describe('parseRoleArn', () => {
  it.each([
    ['arn:aws:iam::123456789012:role/drls-workspace-team', '/', 'aws'],
    [
      'arn:aws-cn:iam::123456789012:role/teams/data/reader',
      '/teams/data/',
      'aws-cn',
    ],
    ['arn:aws-us-gov:iam::000000000000:role/a+=,.@-_b', '/', 'aws-us-gov'],
  ])('should take %s apart', (text, path, partition) => {
    const { arn } = parseRoleArn(text);
    expect(arn).toMatchObject({ path, partition });
    expect(text.endsWith(`role${path}${arn?.name}`)).toBe(true);
  });

  it.each([
    '',
    'drls-workspace-team',
    'arn:aws:iam::123456789012:user/dana',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:iam::12345678901:role/short-account',
    'arn:aws:iam::aws:role/managed',
    'arn:aws:iam:us-west-2:123456789012:role/with-region',
    'arn:aws:sts::123456789012:assumed-role/name/session',
    'arn:aws:iam::123456789012:role/*',
    'arn:aws:iam::123456789012:role/team-?',
    'arn:aws:iam::123456789012:role/${aws:username}',
    'arn:aws:iam::123456789012:role//double',
    'arn:aws:iam::123456789012:role/a/../b',
    'arn:aws:iam::123456789012:role/..',
    'arn:aws:iam::123456789012:role/name\n',
    ' arn:aws:iam::123456789012:role/name',
    'arn:aws:iam::123456789012:role/ünicode',
    `arn:aws:iam::123456789012:role/${'x'.repeat(65)}`,
    `arn:aws:iam::123456789012:role/${'x/'.repeat(300)}name`,
    'arn:other:iam::123456789012:role/name',
    'arn:aws:iam::123456789012:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS',
  ])('should refuse %j', text => {
    expect(parseRoleArn(text).problem).toEqual(expect.any(String));
  });
});
