import { accessRequest } from './AccessRequest';
import { compilePolicy } from './compilePolicy';
import { evaluate } from './evaluate';

const RESOURCE = 'arn:aws:s3:::b/a/k';
const allow = { Sid: 'Allow', Effect: 'Allow', Action: 's3:*', Resource: '*' };
const deny = { Sid: 'Deny', Effect: 'Deny', Action: 's3:*', Resource: '*' };
const unknown = { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };
const never = { Resource: 'arn:aws:s3:::other/*' };

function decide(...statements: object[]) {
  const policy = compilePolicy(
    { Version: '2012-10-17', Statement: statements },
    'permissions',
  );
  const { decision, statement } = evaluate(
    [policy],
    accessRequest({ action: 'S3:getObject', resource: RESOURCE }),
  );
  return [decision, statement?.name];
}

describe('evaluate', () => {
  it.each<[string, object[], string, string | undefined]>([
    ['nothing', [], 'deny', undefined],
    ['an Allow', [allow], 'allow', 'Allow'],
    ['an Allow of something else', [{ ...allow, ...never }], 'deny', undefined],
    ['a Deny after an Allow', [allow, deny], 'deny', 'Deny'],
    [
      'a Deny of something else',
      [allow, { ...deny, ...never }],
      'allow',
      'Allow',
    ],
    ['an unsure Allow', [{ ...allow, ...unknown }], 'unknown', 'Allow'],
    ['an unsure Deny', [allow, { ...deny, ...unknown }], 'unknown', 'Deny'],
    ['an unsure Deny alone', [{ ...deny, ...unknown }], 'deny', undefined],
    [
      'an unsure Allow of something else',
      [{ ...allow, ...never, ...unknown }],
      'deny',
      undefined,
    ],
    [
      'an unsure Allow under a Deny',
      [{ ...allow, ...unknown }, deny],
      'deny',
      'Deny',
    ],
    [
      'NotAction',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'allow',
      'statement 1',
    ],
    [
      'NotAction of the action',
      [{ Effect: 'Allow', NotAction: 's3:Get*', Resource: '*' }],
      'deny',
      undefined,
    ],
    [
      'NotResource',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::c/*' }],
      'allow',
      'statement 1',
    ],
    [
      'NotResource of the resource',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::b/*' }],
      'deny',
      undefined,
    ],
  ])('%s', (_, statements, decision, statement) => {
    expect(decide(...statements)).toEqual([decision, statement]);
  });

  it.each<[string, object]>([
    ['an element that nobody knows', { ...allow, Extra: 1 }],
    ['no action', { Effect: 'Allow', Resource: '*' }],
    ['both action elements', { ...allow, NotAction: 's3:PutObject' }],
    ['a principal in permissions', { ...allow, Principal: '*' }],
    ['another effect', { ...allow, Effect: 'allow' }],
    ['a condition that is no object', { ...allow, Condition: { Bool: true } }],
    ['values that are objects', { ...allow, Condition: { Bool: { a: {} } } }],
  ])('is unsure of a statement with %s', (_, statement) => {
    expect(decide(statement)[0]).toBe('unknown');
  });

  it.each<[unknown]>([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{}],
    [{ Version: '2030-01-01', Statement: [] }],
    [{ Statement: [], Other: 1 }],
  ])('is unsure of the document %j', document => {
    const { decision } = evaluate(
      [compilePolicy(document, 'trust')],
      accessRequest({ action: 'sts:AssumeRole' }),
    );
    expect(decision).toBe('unknown');
  });

  it('reads a single statement without a list', () => {
    const { decision } = evaluate(
      [
        compilePolicy(
          { Version: '2012-10-17', Statement: allow },
          'permissions',
        ),
      ],
      accessRequest({ action: 's3:GetObject', resource: RESOURCE }),
    );
    expect(decision).toBe('allow');
  });

  it('takes NotPrincipal for everybody else', () => {
    const policy = compilePolicy(
      {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          NotPrincipal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      },
      'trust',
    );
    const by = (value: string) =>
      evaluate(
        [policy],
        accessRequest({
          action: 'sts:AssumeRole',
          principal: { kind: 'Service', value },
        }),
      ).decision;
    expect(by('ec2.amazonaws.com')).toBe('deny');
    expect(by('pods.eks.amazonaws.com')).toBe('allow');
  });
});
