import { POD_IDENTITY } from '../policies/__testUtils__/roleInput';
import { mutate, renderedSubject } from './__testUtils__/renderedSubject';
import { explainAccess, type AccessQuestion } from './explainAccess';

const SUBJECT = renderedSubject('team-a', { podIdentity: POD_IDENTITY });

const QUESTION: AccessQuestion = {
  resource: 's3://team-data/team-a/file.csv',
  action: 'read',
  namespace: 'team-a-notebooks',
  serviceAccount: 'user-jane',
};

const explain = (changes: Partial<AccessQuestion>, subject = SUBJECT) =>
  explainAccess(subject, { ...QUESTION, ...changes });

describe('explainAccess', () => {
  it('names the statement that allows', () => {
    expect(explain({})).toEqual({
      decision: 'allow',
      policy: 'permissions',
      statement: 'WriteObjects',
      statementDocument: expect.objectContaining({ Sid: 'WriteObjects' }),
      message:
        'Statement "WriteObjects" of the permissions of the role allows s3:GetObject on s3://team-data/team-a/file.csv.',
      request: {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::team-data/team-a/file.csv',
      },
    });
  });

  it.each<[Partial<AccessQuestion>, string, string | undefined]>([
    [{ action: 'write' }, 'allow', 'WriteObjects'],
    [{ action: 'delete' }, 'allow', 'WriteObjects'],
    [
      { action: 'list', resource: 's3://team-data/team-a/' },
      'allow',
      'ListPrefix',
    ],
    [{ resource: 's3://team-data/team-a/folder/' }, 'allow', 'ListPrefix'],
    [{ resource: 's3://team-data/team-b/file.csv' }, 'deny', undefined],
    [{ resource: 's3://team-data/team-a' }, 'deny', undefined],
    [{ resource: 's3://team-data' }, 'deny', undefined],
    [{ action: 'list', resource: 's3://team-data/team-a' }, 'deny', undefined],
    [{ serviceAccount: 'workspace' }, 'allow', 'WriteObjects'],
  ])('%j: %s by %s', (changes, decision, statement) => {
    const explanation = explain(changes);
    expect(explanation.decision).toBe(decision);
    expect(explanation.statement).toBe(statement);
    expect(explanation.policy).toBe('permissions');
  });

  it('starts with who may assume the role', () => {
    const explanation = explain({ serviceAccount: 'default' });
    expect(explanation).toMatchObject({ decision: 'deny', policy: 'trust' });
    expect(explanation.message).toBe(
      'No statement of the trust policy allows ServiceAccount team-a-notebooks/default to assume the role.',
    );
  });

  it('names a statement that denies', () => {
    const denied = mutate(
      SUBJECT,
      'permissions',
      '"Statement":[',
      '"Statement":[{"Sid":"No","Effect":"Deny","Action":"s3:Get*","Resource":"*"},',
    );
    expect(explain({}, denied)).toMatchObject({
      decision: 'deny',
      statement: 'No',
      message: expect.stringContaining('Statement "No"'),
    });
  });

  it('says when the key of the bucket is the reason', () => {
    const [permissions] = renderedSubject('team-a', {
      kmsKeyArn: undefined,
    }).permissions;
    const explanation = explain({}, { ...SUBJECT, permissions: [permissions] });
    expect(explanation.decision).toBe('deny');
    expect(explanation.message).toContain('allows kms:Decrypt with the key');
  });

  it('says what it does not know', () => {
    const unsure = mutate(
      SUBJECT,
      'permissions',
      '"Resource":"arn:aws:s3:::team-data/team-a/*"',
      '"Resource":"arn:aws:s3:::team-data/team-a/*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}',
    );
    expect(explain({}, unsure)).toMatchObject({
      decision: 'unknown',
      statement: 'WriteObjects',
    });
  });

  it.each([
    '',
    'team-a/file',
    's3://',
    's3://a*/x',
    'https://x/y',
    `s3://team-data/${'x'.repeat(1025)}`,
  ])('refuses %j', resource => {
    expect(() => explain({ resource })).toThrow(
      expect.objectContaining({ field: 'resource' }),
    );
  });
});
