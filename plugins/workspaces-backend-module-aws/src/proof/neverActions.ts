import { workspacePrefix } from '../policies/renderPermissionsPolicy';
import type { RolePolicyInput } from '../policies/RolePolicyInput';
import { bucketArn } from '../policies/s3Statements';

/** Actions that no role of a workspace may have, on whatever resource, with one on which each would do harm. */
export interface NeverActions {
  readonly resource: string;
  readonly actions: readonly string[];
}

const OF_BUCKET = [
  's3:PutBucketPolicy',
  's3:GetBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPublicAccessBlock',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
  's3:PutBucketNotification',
  's3:DeleteBucket',
  's3:ListBucketVersions',
  's3:ListBucketMultipartUploads',
];

const OF_OBJECTS = [
  's3:PutObjectAcl',
  's3:PutObjectVersionAcl',
  's3:GetObjectVersion',
  's3:DeleteObjectVersion',
  's3:BypassGovernanceRetention',
];

const OF_ROLES = [
  'iam:PassRole',
  'iam:CreateRole',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:DeleteRolePermissionsBoundary',
  'sts:AssumeRole',
];

const OF_KEYS = [
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
];

const OF_CATALOG = [
  'glue:UpdateTable',
  'glue:DeleteTable',
  'glue:DeleteDatabase',
  'glue:PutResourcePolicy',
];

const OF_CLUSTER = [
  'eks:CreatePodIdentityAssociation',
  'eks:UpdatePodIdentityAssociation',
];

/** The actions by the resource that they are shown with. */
export function neverActions(workspace: RolePolicyInput): NeverActions[] {
  const { partition, account, region, bucket, workspaceId } = workspace;
  const resource = bucketArn(partition, bucket);
  return [
    { resource, actions: OF_BUCKET },
    {
      resource: `${resource}/${workspacePrefix(workspaceId)}object`,
      actions: OF_OBJECTS,
    },
    {
      resource: `arn:${partition}:iam::${account}:role/other`,
      actions: OF_ROLES,
    },
    {
      resource:
        workspace.kmsKeyArn ??
        `arn:${partition}:kms:${region}:${account}:key/00000000-0000-0000-0000-000000000000`,
      actions: OF_KEYS,
    },
    {
      resource: `arn:${partition}:glue:${region}:${account}:table/shared/table`,
      actions: OF_CATALOG,
    },
    {
      resource: `arn:${partition}:eks:${region}:${account}:cluster/any`,
      actions: OF_CLUSTER,
    },
  ];
}
