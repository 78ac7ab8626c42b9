import { roleInput } from './__testUtils__/roleInput';
import { policySize } from './policySize';
import { renderPermissionsPolicy } from './renderPermissionsPolicy';

const BUCKET = 'arn:aws:s3:::team-data';

const OBJECT_ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
];

const OWN = [
  {
    Sid: 'ListPrefix',
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: BUCKET,
    Condition: { StringLike: { 's3:prefix': ['team-a/', 'team-a/*'] } },
  },
  {
    Sid: 'LocateBucket',
    Effect: 'Allow',
    Action: 's3:GetBucketLocation',
    Resource: BUCKET,
  },
  {
    Sid: 'WriteObjects',
    Effect: 'Allow',
    Action: OBJECT_ACTIONS,
    Resource: `${BUCKET}/team-a/*`,
  },
];

const GLUE = {
  Sid: 'ReadGlueCatalog',
  Effect: 'Allow',
  Action: [
    'glue:GetDatabase',
    'glue:GetDatabases',
    'glue:GetTable',
    'glue:GetTables',
    'glue:GetPartition',
    'glue:GetPartitions',
    'glue:BatchGetPartition',
  ],
  Resource: [
    'arn:aws:glue:eu-west-1:123456789012:catalog',
    'arn:aws:glue:eu-west-1:123456789012:database/*',
    'arn:aws:glue:eu-west-1:123456789012:table/*/*',
  ],
};

const BARE = { glue: false, kmsKeyArn: undefined };

const statements = (...changes: Parameters<typeof roleInput>) =>
  renderPermissionsPolicy(roleInput(...changes)).Statement;

describe('renderPermissionsPolicy', () => {
  it('gives the own prefix and nothing else', () => {
    expect(renderPermissionsPolicy(roleInput('team-a', BARE))).toEqual({
      Version: '2012-10-17',
      Statement: OWN,
    });
  });

  it('adds the catalog and the key where they are configured', () => {
    expect(statements()).toEqual([
      ...OWN,
      GLUE,
      {
        Sid: 'UseKeyThroughS3',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: roleInput().kmsKeyArn,
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        },
      },
    ]);
  });

  it('uses the partition and its domain', () => {
    const text = JSON.stringify(
      statements('team-a', {
        partition: 'aws-cn',
        region: 'cn-north-1',
        kmsKeyArn:
          'arn:aws-cn:kms:cn-north-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef',
      }),
    );
    expect(text).toContain('arn:aws-cn:s3:::team-data');
    expect(text).toContain('s3.cn-north-1.amazonaws.com.cn');
    expect(text).not.toContain('arn:aws:');
  });

  it('merges extra prefixes, and keeps those of one bucket out of the others', () => {
    const extraPrefixes = [
      { bucket: 'shared', prefix: 'reference/', access: 'read' },
      { bucket: 'other', prefix: 'drop/', access: 'write' },
      { bucket: 'shared', prefix: 'models/', access: 'read' },
    ] as const;
    expect(statements('team-a', { ...BARE, extraPrefixes })).toEqual([
      ...OWN,
      {
        Sid: 'ListExtraPrefixes1',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::other',
        Condition: { StringLike: { 's3:prefix': ['drop/', 'drop/*'] } },
      },
      {
        Sid: 'ListExtraPrefixes2',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::shared',
        Condition: {
          StringLike: {
            's3:prefix': ['models/', 'models/*', 'reference/', 'reference/*'],
          },
        },
      },
      {
        Sid: 'ReadExtraObjects',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: [
          'arn:aws:s3:::shared/models/*',
          'arn:aws:s3:::shared/reference/*',
        ],
      },
      {
        Sid: 'WriteExtraObjects',
        Effect: 'Allow',
        Action: OBJECT_ACTIONS,
        Resource: 'arn:aws:s3:::other/drop/*',
      },
    ]);
  });

  it('has a size far below the quota of inline policies', () => {
    expect(policySize(renderPermissionsPolicy(roleInput()))).toBe(1113);
    expect(policySize(renderPermissionsPolicy(roleInput('team-a', BARE)))).toBe(
      509,
    );
  });

  it('is not rendered from an id that would open the bucket', () => {
    expect(() => statements('*', { namespaces: ['team-a'] })).toThrow(
      'workspaceId',
    );
  });
});
