import { checkPolicyInput } from './checkPolicyInput';
import { extraPrefixStatements } from './extraPrefixStatements';
import { s3ServiceName } from './partitions';
import type { PolicyDocument, PolicyStatement } from './PolicyDocument';
import type { RolePolicyInput } from './RolePolicyInput';
import { bucketArn, objectStatement, listStatement } from './s3Statements';

const GLUE_READ_ACTIONS = [
  'glue:GetDatabase',
  'glue:GetDatabases',
  'glue:GetTable',
  'glue:GetTables',
  'glue:GetPartition',
  'glue:GetPartitions',
  'glue:BatchGetPartition',
];

/** Key prefix of a workspace in the bucket; the slash keeps `team` and `team-a` apart. @public */
export function workspacePrefix(workspaceId: string): string {
  return `${workspaceId}/`;
}

/**
 * What sessions of the workspace may do: its prefix of the bucket, and what the platform adds. Throws
 * InvalidPolicyInput.
 *
 * @public
 */
export function renderPermissionsPolicy(
  input: RolePolicyInput,
): PolicyDocument {
  checkPolicyInput(input);
  const { partition, bucket, extraPrefixes = [] } = input;
  const prefix = workspacePrefix(input.workspaceId);
  const bucketResource = bucketArn(partition, bucket);
  return {
    Version: '2012-10-17',
    Statement: [
      listStatement('ListPrefix', bucketResource, [prefix]),
      {
        Sid: 'LocateBucket',
        Effect: 'Allow',
        Action: 's3:GetBucketLocation',
        Resource: bucketResource,
      },
      objectStatement('WriteObjects', 'write', [
        `${bucketResource}/${prefix}*`,
      ]),
      ...extraPrefixStatements(partition, extraPrefixes),
      ...(input.glue ? [readGlue(input)] : []),
      ...(input.kmsKeyArn ? [useKey(input, input.kmsKeyArn)] : []),
    ],
  };
}

function readGlue({
  partition,
  region,
  account,
}: RolePolicyInput): PolicyStatement {
  const glue = `arn:${partition}:glue:${region}:${account}`;
  return {
    Sid: 'ReadGlueCatalog',
    Effect: 'Allow',
    Action: GLUE_READ_ACTIONS,
    Resource: [`${glue}:catalog`, `${glue}:database/*`, `${glue}:table/*/*`],
  };
}

function useKey(
  { partition, region }: RolePolicyInput,
  kmsKeyArn: string,
): PolicyStatement {
  return {
    Sid: 'UseKeyThroughS3',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: kmsKeyArn,
    Condition: {
      StringEquals: { 'kms:ViaService': s3ServiceName(partition, region) },
    },
  };
}
