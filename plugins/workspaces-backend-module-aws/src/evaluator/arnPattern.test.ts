import type { ContextValue } from './AccessRequest';
import { compileArnPattern } from './arnPattern';
import type { Truth } from './truth';

const CONTEXT = new Map<string, ContextValue>([
  ['aws:principaltag/ns', 'team-a'],
  ['aws:principaltag/none', null],
]);

const CASES: [string, string, Truth][] = [
  ['*', 'arn:aws:s3:::b/k', true],
  ['arn:aws:s3:::b/a/*', 'arn:aws:s3:::b/a/k:1', true],
  ['arn:aws:s3:::b/a/*', 'arn:aws:s3:::b/aa/k', false],
  ['arn:aws:s3:::b/a*', 'arn:aws:s3:::b/aa/k', true],
  ['arn:*:s3:::b/k', 'arn:aws:s3:::b/k', true],
  ['arn:*:s3:::b/k', 'arn:aws:iam::1:s3:::b/k', false],
  ['arn:aws:s3::*:b/k', 'arn:aws:s3::1:x:b/k', false],
  ['arn:aws:*:*:*:*', 'arn:aws:s3:::b/k', true],
  ['arn:aws:*:*:*:*', 'text', false],
  ['arn:aws:s3*', 'arn:aws:s3:::b/k', 'unknown'],
  ['arn:aws:iam*', 'arn:aws:s3:::b/k', false],
  ['arn:aws:s3:::b/${aws:PrincipalTag/ns}/*', 'arn:aws:s3:::b/team-a/k', true],
  ['arn:aws:s3:::b/${aws:PrincipalTag/ns}/*', 'arn:aws:s3:::b/team-b/k', false],
  ['arn:aws:s3:::b/${aws:userid}/*', 'arn:aws:s3:::b/team-b/k', 'unknown'],
  ['arn:aws:s3:::b/${aws:userid}/*', 'arn:aws:s3:::c/team-b/k', false],
  ["arn:aws:s3:::b/${aws:PrincipalTag/none, 'k'}", 'arn:aws:s3:::b/k', true],
  ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*', true],
  ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/k', false],
];

describe('compileArnPattern', () => {
  it.each(CASES)('%s on %s is %s', (pattern, arn, expected) => {
    const compiled = compileArnPattern(pattern, {
      wildcards: true,
      variables: true,
    });
    expect(compiled.matches(arn, CONTEXT)).toBe(expected);
  });

  it('knows no variables in documents of the old version', () => {
    const compiled = compileArnPattern('arn:aws:s3:::b/${aws:userid}', {
      wildcards: true,
      variables: false,
    });
    expect(compiled.matches('arn:aws:s3:::b/${aws:userid}', CONTEXT)).toBe(
      true,
    );
    expect(compiled.matches('arn:aws:s3:::b/x', CONTEXT)).toBe(false);
  });
});
