import { accessRequest, type ContextValue } from './AccessRequest';
import { compileCondition } from './condition';
import type { Truth } from './truth';

const CASES: [string, string[], ContextValue | undefined, Truth][] = [
  ['StringEquals', ['a'], 'a', true],
  ['StringEquals', ['a'], 'A', false],
  ['StringEquals', ['a*'], 'ab', false],
  ['StringEquals', ['b', 'a'], 'a', true],
  ['StringEquals', ['a'], null, false],
  ['StringEquals', [''], '', true],
  ['StringEqualsIfExists', ['a'], null, true],
  ['StringEqualsIfExists', ['a'], 'b', false],
  ['StringNotEquals', ['a'], 'b', true],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', ['a'], null, true],
  ['StringNotEqualsIfExists', ['a'], null, true],
  ['StringEqualsIgnoreCase', ['Ab'], 'aB', true],
  ['StringEqualsIgnoreCase', ['ab'], 'ac', false],
  ['StringNotEqualsIgnoreCase', ['Ab'], 'aB', false],
  ['StringLike', ['a/*'], 'a/b/c', true],
  ['StringLike', ['a/*'], 'aa/b', false],
  ['StringLike', ['a?'], 'ab', true],
  ['stringlike', ['a/*'], 'a/', true],
  ['StringLike', ['a/*'], null, false],
  ['StringLikeIfExists', ['a/*'], null, true],
  ['StringNotLike', ['a/*'], 'b/', true],
  ['StringNotLike', ['a/*'], null, true],
  [
    'ArnEquals',
    ['arn:aws:eks:*:1:cluster/a'],
    'arn:aws:eks:r:1:cluster/a',
    true,
  ],
  [
    'ArnLike',
    ['arn:aws:eks:*:cluster/a'],
    'arn:aws:eks:r:1:cluster/a',
    'unknown',
  ],
  ['ArnLike', ['arn:aws:eks:r:*:cluster/*'], 'arn:aws:eks:r:1:cluster/a', true],
  ['ArnLike', ['arn:aws:eks:r:1:x'], 'not an arn', false],
  ['ArnNotLike', ['arn:aws:eks:r:1:*'], 'arn:aws:eks:r:2:x', true],
  ['Bool', ['true'], 'True', true],
  ['Bool', ['true'], 'false', false],
  ['Bool', ['yes'], 'true', 'unknown'],
  ['BoolIfExists', ['true'], null, true],
  ['Null', ['true'], null, true],
  ['Null', ['true'], 'a', false],
  ['Null', ['false'], 'a', true],
  ['Null', ['perhaps'], 'a', 'unknown'],
  ['NullIfExists', ['true'], null, 'unknown'],
  ['ForAllValues:StringLike', ['a*'], ['a', 'ab'], true],
  ['ForAllValues:StringLike', ['a*'], ['a', 'b'], false],
  ['ForAllValues:StringLike', ['a*'], null, true],
  ['ForAllValues:StringLike', ['a*'], [], true],
  ['ForAnyValue:StringEquals', ['a'], ['b', 'a'], true],
  ['ForAnyValue:StringEquals', ['a'], ['b'], false],
  ['ForAnyValue:StringEquals', ['a'], null, false],
  ['ForAnyValue:StringNotEquals', ['a'], null, false],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
  ['StringEquals', ['a'], ['a', 'b'], 'unknown'],
  ['StringEquals', ['a'], undefined, 'unknown'],
  ['StringLikeIfExists', ['a'], undefined, 'unknown'],
  ['Null', ['true'], undefined, 'unknown'],
  ['IpAddress', ['10.0.0.0/8'], '10.1.1.1', 'unknown'],
  ['NumericLessThan', ['10'], '1', 'unknown'],
  ['DateGreaterThan', ['2020-01-01'], '2026-01-01', 'unknown'],
  ['BinaryEquals', ['QQ=='], 'QQ==', 'unknown'],
  ['ForSomeValues:StringEquals', ['a'], 'a', 'unknown'],
  ['SomethingNew', ['a'], 'a', 'unknown'],
  ['constructor', ['a'], 'a', 'unknown'],
];

describe('compileCondition', () => {
  it.each(CASES)('%s %j of %j is %s', (operator, values, value, expected) => {
    const condition = compileCondition(operator, 'The:Key', values, {
      variables: true,
    });
    const context: Record<string, ContextValue> =
      value === undefined ? {} : { 'the:key': value };
    expect(condition(accessRequest({ action: 'a:b', context }))).toBe(expected);
  });

  it('fills in policy variables, and is unsure of those it does not know', () => {
    const condition = compileCondition(
      'StringLike',
      's3:prefix',
      ['${aws:PrincipalTag/team}/*'],
      { variables: true },
    );
    const asked = (team: ContextValue | undefined) =>
      condition(
        accessRequest({
          action: 's3:ListBucket',
          context: {
            's3:prefix': 'a/x',
            ...(team !== undefined && { 'aws:PrincipalTag/team': team }),
          },
        }),
      );
    expect(asked('a')).toBe(true);
    expect(asked('b')).toBe(false);
    expect(asked('*')).toBe(false);
    expect(asked(undefined)).toBe('unknown');
    expect(asked(null)).toBe('unknown');
  });
});
