import { roleInput } from './__testUtils__/roleInput';
import { samePolicy } from './normalisePolicy';
import type { PolicyDocument } from './PolicyDocument';
import { renderPermissionsPolicy } from './renderPermissionsPolicy';

const policy = (statement: object, version = '2012-10-17') =>
  ({
    Version: version,
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', ...statement }],
  } as PolicyDocument);

const SAME: [string, object, object][] = [
  [
    'one value and a list of one',
    { Action: 's3:Get*' },
    { Action: ['s3:Get*'] },
  ],
  [
    'the case of actions',
    { Action: 's3:GetObject' },
    { Action: 'S3:getobject' },
  ],
  ['order', { Resource: ['a', 'b'] }, { Resource: ['b', 'a'] }],
  ['repetition', { Resource: ['a', 'a'] }, { Resource: 'a' }],
  [
    'the case of operators and keys',
    { Condition: { StringLike: { 's3:prefix': 'a/' } } },
    { Condition: { stringlike: { 'S3:Prefix': ['a/'] } } },
  ],
  [
    'the type of a value',
    { Condition: { Bool: { 'aws:SecureTransport': true } } },
    { Condition: { Bool: { 'aws:SecureTransport': 'True' } } },
  ],
  [
    'how an account is written',
    { Principal: { AWS: '123456789012' } },
    { Principal: { AWS: ['arn:aws:iam::123456789012:root'] } },
  ],
  ['how anybody is written', { Principal: '*' }, { Principal: { AWS: '*' } }],
];

const DIFFERENT: [string, object, object][] = [
  ['resources in another case', { Resource: 'a/X' }, { Resource: 'a/x' }],
  ['effects', { Effect: 'Deny' }, { Effect: 'Allow' }],
  [
    'an action and its negation',
    { Action: 'a:b' },
    { Action: undefined, NotAction: 'a:b' },
  ],
  ['Sids', { Sid: 'A' }, { Sid: 'B' }],
  [
    'values in another case',
    { Condition: { StringLike: { 's3:prefix': 'A' } } },
    { Condition: { StringLike: { 's3:prefix': 'a' } } },
  ],
  [
    'IfExists',
    { Condition: { StringLike: { 's3:prefix': 'a' } } },
    { Condition: { StringLikeIfExists: { 's3:prefix': 'a' } } },
  ],
  [
    'kinds of principal',
    { Principal: { Service: 'x' } },
    { Principal: { Federated: 'x' } },
  ],
];

describe('samePolicy', () => {
  it.each(SAME)('ignores %s', (_, a, b) => {
    expect(samePolicy(policy(a), policy(b))).toBe(true);
  });

  it.each(DIFFERENT)('tells %s apart', (_, a, b) => {
    expect(samePolicy(policy(a), policy(b))).toBe(false);
  });

  it('ignores the order of statements and a missing array', () => {
    const rendered = renderPermissionsPolicy(roleInput());
    const statements = [...(rendered.Statement as object[])].reverse();
    expect(
      samePolicy(
        rendered,
        JSON.parse(JSON.stringify({ ...rendered, Statement: statements })),
      ),
    ).toBe(true);
    const one = policy({ Resource: 'a' });
    const [statement] = one.Statement as PolicyDocument['Statement'][];
    expect(
      samePolicy(
        one,
        JSON.parse(JSON.stringify({ ...one, Statement: statement })),
      ),
    ).toBe(true);
  });

  it('tells versions apart, since only one knows policy variables', () => {
    expect(samePolicy(policy({}), policy({}, '2008-10-17'))).toBe(false);
  });
});
