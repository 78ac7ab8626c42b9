import { checkPolicyInput } from './checkPolicyInput';
import { POD_IDENTITY, roleInput } from './__testUtils__/roleInput';
import type { RolePolicyInput } from './RolePolicyInput';

const KEY = '01234567-89ab-cdef-0123-456789abcdef';

const ACCEPTED: [string, Partial<RolePolicyInput>][] = [
  ['the shortest id', { workspaceId: 'aa' }],
  ['double hyphens', { workspaceId: 'a--b' }],
  ['the longest id', { workspaceId: 'a'.repeat(38) }],
  [
    'the default workspace',
    { workspaceId: 'default', namespaces: ['notebooks'] },
  ],
  [
    'China',
    { partition: 'aws-cn', region: 'cn-north-1', kmsKeyArn: undefined },
  ],
  [
    'the government',
    { partition: 'aws-us-gov', region: 'us-gov-west-1', kmsKeyArn: undefined },
  ],
  ['an issuer without a path', { oidcProvider: 'oidc.example.com' }],
  ['a bucket with dots', { bucket: 'data.example.com' }],
  [
    'a key of another account',
    { kmsKeyArn: `arn:aws:kms:eu-west-1:210987654321:key/${KEY}` },
  ],
  [
    'a key of several regions',
    {
      kmsKeyArn: `arn:aws:kms:eu-west-1:123456789012:key/mrk-${'a1'.repeat(
        16,
      )}`,
    },
  ],
  [
    'an extra prefix',
    { extraPrefixes: [{ bucket: 'shared', prefix: 'a/b=c/', access: 'read' }] },
  ],
  ['Pod Identity', { podIdentity: POD_IDENTITY }],
];

const extra = (prefix: string): Partial<RolePolicyInput> => ({
  extraPrefixes: [{ bucket: 'shared', prefix, access: 'read' }],
});

const REFUSED: [string, Partial<RolePolicyInput>][] = [
  ...[
    '',
    'a',
    '*',
    'a*',
    'a?',
    'A',
    'a_b',
    'a.b',
    '-a',
    'a-',
    'a/b',
    '../a',
    'a/',
    '${aws:username}',
    'аdmin',
    'ab\n',
    'ab%2e',
    ' ab',
    'a'.repeat(39),
  ].map((workspaceId): [string, Partial<RolePolicyInput>] => [
    'workspaceId',
    { workspaceId },
  ]),
  ...[
    '*',
    'team-*',
    'a:b',
    'a/b',
    'A',
    'a.b',
    '-a',
    'a-',
    '',
    'a'.repeat(64),
    '${x}',
    'default',
    'kube-system',
    'openshift-x',
    'a\n',
  ].map((namespace): [string, Partial<RolePolicyInput>] => [
    'namespaces[0]',
    { namespaces: [namespace] },
  ]),
  ['namespaces', { namespaces: [] }],
  ['namespaces', { namespaces: ['team-a', 'team-a'] }],
  ['partition', { partition: 'aws-other' }],
  ['partition', { partition: '*' }],
  ...['', '12345678901', '1234567890123', '*', '12345678901a'].map(
    (account): [string, Partial<RolePolicyInput>] => ['account', { account }],
  ),
  ...['', '*', 'eu-west', 'EU-west-1', 'eu-west-1:', 'eu-west-1\n'].map(
    (region): [string, Partial<RolePolicyInput>] => ['region', { region }],
  ),
  ...[
    '',
    '*',
    'https://oidc.example.com',
    'oidc.example.com/',
    'oidc.example.com/*',
    'oidc.example.com:443',
    'oidc.example.com/a/../b',
    'oidc.example.com//a',
    'oidc.example.com/a?b',
    '${x}.example.com',
    'localhost',
    'oidc.example.com/a:aud',
  ].map((oidcProvider): [string, Partial<RolePolicyInput>] => [
    'oidcProvider',
    { oidcProvider },
  ]),
  ...[
    '',
    '*',
    'ab',
    'a*b',
    'a/b',
    'a..b',
    '-ab',
    'ab-',
    'Abc',
    '10.0.0.1',
    'a${b}',
    'a'.repeat(64),
    'arn:aws:s3:::a',
  ].map((bucket): [string, Partial<RolePolicyInput>] => ['bucket', { bucket }]),
  ...[
    '',
    '*',
    'arn:aws:kms:eu-west-1:123456789012:key/*',
    'arn:aws:kms:eu-west-1:123456789012:alias/team',
    `arn:aws:kms:us-east-1:123456789012:key/${KEY}`,
    `arn:aws-cn:kms:eu-west-1:123456789012:key/${KEY}`,
    `arn:aws:kms:eu-west-1:*:key/${KEY}`,
  ].map((kmsKeyArn): [string, Partial<RolePolicyInput>] => [
    'kmsKeyArn',
    { kmsKeyArn },
  ]),
  ...[
    '',
    '/',
    'a',
    '/a/',
    'a//',
    '../',
    'a/../',
    './',
    '*/',
    'a*/',
    '${x}/',
  ].map((prefix): [string, Partial<RolePolicyInput>] => [
    'extraPrefixes[0].prefix',
    extra(prefix),
  ]),
  [
    'extraPrefixes[0].bucket',
    { extraPrefixes: [{ bucket: '*', prefix: 'a/', access: 'read' }] },
  ],
  [
    'podIdentity.clusterName',
    { podIdentity: { ...POD_IDENTITY, clusterName: '*' } },
  ],
  [
    'podIdentity.clusterArn',
    {
      podIdentity: {
        ...POD_IDENTITY,
        clusterArn: 'arn:aws:eks:eu-west-1:210987654321:cluster/drls',
      },
    },
  ],
  [
    'podIdentity.serviceAccount',
    { podIdentity: { ...POD_IDENTITY, serviceAccount: 'default' } },
  ],
  [
    'podIdentity.serviceAccount',
    { podIdentity: { ...POD_IDENTITY, serviceAccount: '*' } },
  ],

  [
    'podIdentity.serviceAccount',
    { podIdentity: { ...POD_IDENTITY, serviceAccount: 'user-shared' } },
  ],
];

describe('checkPolicyInput', () => {
  it.each(ACCEPTED)('accepts %s', (_, changes) => {
    expect(() => checkPolicyInput(roleInput('team-a', changes))).not.toThrow();
  });

  it.each(REFUSED)('refuses %s %j', (field, changes) => {
    expect(() => checkPolicyInput(roleInput('team-a', changes))).toThrow(
      expect.objectContaining({ name: 'InvalidPolicyInput', field }),
    );
  });

  it('names field and rule, and does not repeat the value', () => {
    expect(() =>
      checkPolicyInput(roleInput('team-a', { bucket: 'evil*' })),
    ).toThrow(/^bucket breaks the rule "pattern": it must be (?!.*evil)/);
  });

  it('refuses an access that is none', () => {
    const input = roleInput();
    const prefix = { bucket: 'shared', prefix: 'a/', access: 'all' };
    expect(() =>
      checkPolicyInput(Object.assign(input, { extraPrefixes: [prefix] })),
    ).toThrow(expect.objectContaining({ field: 'extraPrefixes[0].access' }));
  });

  it('refuses what is not a text', () => {
    expect(() =>
      checkPolicyInput(Object.assign(roleInput(), { account: 123456789012 })),
    ).toThrow(expect.objectContaining({ field: 'account' }));
  });
});
