import type { IamProofCase } from '@team-workspaces/backstage-plugin-workspaces-common';
import { POD_IDENTITY, roleInput } from '../policies/__testUtils__/roleInput';
import { mutate, renderedSubject } from './__testUtils__/renderedSubject';
import { proveIsolation } from './IsolationProver';
import type { IsolationSubject } from './IsolationSubject';

const SUBJECT = renderedSubject('team-a', { podIdentity: POD_IDENTITY });
const { oidcProvider } = SUBJECT.workspace;
const SUBJECTS = SUBJECT.workspace.namespaces.map(
  namespace => `system:serviceaccount:${namespace}:user-*`,
);
const NEIGHBOURS = [
  roleInput('team'),
  roleInput('team-a-b'),
  roleInput('other'),
];

const prove = (subject: IsolationSubject) =>
  proveIsolation({ ...subject, neighbours: NEIGHBOURS });

const addStatement = (
  policy: 'trust' | 'permissions',
  statement: object,
): IsolationSubject => {
  const text = JSON.stringify(statement);
  return mutate(SUBJECT, policy, '"Statement":[', `"Statement":[${text},`);
};

const BUCKET = 'arn:aws:s3:::team-data';
const allow = (Action: string, Resource: string, more: object = {}) =>
  addStatement('permissions', { Effect: 'Allow', Action, Resource, ...more });
const trust = (Principal: object, Action: string, more: object = {}) =>
  addStatement('trust', { Effect: 'Allow', Principal, Action, ...more });
const provider = `arn:aws:iam::123456789012:oidc-provider/${oidcProvider}`;

/** What a careless change makes of the policies, with a part of the title of a counterexample. */
const MUTATIONS: [string, string, IsolationSubject][] = [
  [
    'the audience is dropped',
    'A token without audience',
    mutate(SUBJECT, 'trust', `"${oidcProvider}:aud":"sts.amazonaws.com"`, ''),
  ],
  [
    'the subjects are dropped',
    'ServiceAccount other-notebooks/default',
    mutate(
      SUBJECT,
      'trust',
      `,"StringLike":${JSON.stringify({ [`${oidcProvider}:sub`]: SUBJECTS })}`,
      '',
    ),
  ],
  [
    'a namespace is widened',
    'team-a-notebooks-x/user-somebody',
    mutate(SUBJECT, 'trust', 'team-a-notebooks:', 'team-a-notebooks*:'),
  ],
  [
    'namespaces are matched by the id',
    'team-a-b-notebooks/user-somebody',
    mutate(SUBJECT, 'trust', 'team-a-notebooks:', 'team-a-*:'),
  ],
  [
    'every ServiceAccount is trusted',
    'ServiceAccount default in team-a-notebooks',
    mutate(SUBJECT, 'trust', 'user-*', '*'),
  ],
  [
    'the subject is only compared if there is one',
    'A token without subject',
    mutate(SUBJECT, 'trust', 'StringLike', 'StringLikeIfExists'),
  ],
  [
    'the subject is compared for all values',
    'A token without subject',
    mutate(SUBJECT, 'trust', 'StringLike', 'ForAllValues:StringLike'),
  ],
  [
    'a single ServiceAccount of a neighbour is let in',
    'ServiceAccount other-notebooks/robot',
    mutate(
      SUBJECT,
      'trust',
      'team-a-notebooks:user-*',
      'team-a-notebooks:user-*","system:serviceaccount:other-notebooks:robot',
    ),
  ],
  [
    'Pod Identity of any namespace is let in',
    'EKS Pod Identity in other-notebooks',
    mutate(
      SUBJECT,
      'trust',
      'aws:RequestTag/kubernetes-namespace',
      'aws:RequestTag/kubernetes-service-account-name',
    ),
  ],
  [
    'Pod Identity of any cluster is let in',
    'EKS Pod Identity of another cluster',
    mutate(SUBJECT, 'trust', 'cluster/drls', 'cluster/*'),
  ],
  [
    'the account itself is trusted',
    'Another role of the account',
    trust({ AWS: 'arn:aws:iam::123456789012:root' }, 'sts:AssumeRole'),
  ],
  [
    'anybody is trusted',
    'A token of another issuer',
    trust({ AWS: '*' }, 'sts:*'),
  ],
  [
    'another issuer is trusted under a condition',
    'is let in beside the ServiceAccounts',
    trust(
      { Federated: 'arn:aws:iam::123456789012:oidc-provider/ci.example.com' },
      'sts:AssumeRoleWithWebIdentity',
      { Condition: { StringLike: { 'ci.example.com:sub': 'repo:a/b:*' } } },
    ),
  ],
  [
    'a condition that is not understood guards an open door',
    'cannot be ruled out',
    trust({ Federated: provider }, 'sts:AssumeRoleWithWebIdentity', {
      Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    }),
  ],
  [
    'the slash after the prefix of objects is dropped',
    's3:GetObject in the prefix of team-a-b',
    mutate(SUBJECT, 'permissions', 'team-data/team-a/*', 'team-data/team-a*'),
  ],
  [
    'the slash after the listed prefix is dropped',
    'List keys that start with "team-a-b/"',
    mutate(SUBJECT, 'permissions', '"team-a/*"', '"team-a*"'),
  ],
  [
    'a listing without prefix passes',
    'List the whole bucket',
    mutate(SUBJECT, 'permissions', 'StringLike', 'StringLikeIfExists'),
  ],
  [
    'the prefix is no condition',
    'List the whole bucket',
    allow('s3:ListBucket', BUCKET),
  ],
  [
    'a beginning of a prefix may be listed',
    'List keys that start with "ot"',
    mutate(SUBJECT, 'permissions', '"team-a/*"', '"team-a/*","ot"'),
  ],
  ['everything is allowed', 's3:PutBucketPolicy', allow('*', '*')],
  [
    'one folder of a neighbour is open',
    's3:GetObject in the prefix of other',
    allow('s3:GetObject', `${BUCKET}/other/secret/*`),
  ],
  [
    'one file of every neighbour is open',
    's3:GetObjectTagging in the prefix of other',
    allow('s3:GetObjectTagging', `${BUCKET}/*/file.csv`),
  ],
  [
    'locks may be put on objects of a neighbour',
    's3:putobjectlegalhold in the prefix of other',
    allow('s3:PutObjectLegalHold', `${BUCKET}/oth*`),
  ],
  [
    'the bucket is reached through an access point',
    's3:GetObject through an access point',
    allow(
      's3:GetObject',
      'arn:aws:s3:eu-west-1:123456789012:accesspoint/all/object/*',
    ),
  ],
  [
    'objects are open to whoever brings a tag',
    'cannot be ruled out',
    allow('s3:GetObject', `${BUCKET}/\${aws:PrincipalTag/team}/*`),
  ],
  [
    'all but one prefix is open',
    's3:GetObject in the prefix of other',
    addStatement('permissions', {
      Effect: 'Allow',
      Action: 's3:GetObject',
      NotResource: `${BUCKET}/secret/*`,
    }),
  ],
  [
    'the key is used without S3',
    'Decrypt with the key, and not through S3',
    mutate(SUBJECT, 'permissions', 'StringEquals', 'StringEqualsIfExists'),
  ],
  [
    'one other role may be assumed',
    'sts:AssumeRole is never allowed',
    allow('sts:AssumeRole', 'arn:aws:iam::123456789012:role/special'),
  ],
  [
    'a role may be passed under a condition',
    'iam:PassRole is never allowed',
    allow('iam:PassRole', '*', {
      Condition: { StringEquals: { 'iam:PassedToService': 'x' } },
    }),
  ],
];

describe('proveIsolation', () => {
  it('proves what is rendered', () => {
    const proof = prove(SUBJECT);
    expect(proof.counterexamples).toEqual([]);
    expect(proof.status).toBe('proved');
  });

  it.each(MUTATIONS)('refuses when %s: %s', (_, title, mutant) => {
    const proof = prove(mutant);
    expect(proof.status).toBe('refuted');
    expect(proof.counterexamples).toContainEqual(
      expect.objectContaining<Partial<IamProofCase>>({
        title: expect.stringContaining(title),
        expected: 'deny',
        decided: 'allow',
      }),
    );
  });

  it('refuses a role that does not let its own people in', () => {
    const proof = prove(
      mutate(SUBJECT, 'trust', 'team-a-notebooks', 'team-a-note'),
    );
    expect(proof.counterexamples).toContainEqual(
      expect.objectContaining({
        title: "A user's ServiceAccount in team-a-notebooks",
        expected: 'allow',
        decided: 'deny',
      }),
    );
  });

  it('says of what depends on the unknown only for the own people that it is not verified', () => {
    const proof = prove(
      mutate(
        SUBJECT,
        'trust',
        '"StringLike":{',
        '"IpAddress":{"aws:SourceIp":"10.0.0.0/8"},"StringLike":{',
      ),
    );
    expect(proof.status).toBe('not-verified');
    expect(proof.message).toContain('cannot be evaluated');
  });
});
