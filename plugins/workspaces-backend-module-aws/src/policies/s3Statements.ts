import type { PolicyStatement } from './PolicyDocument';

const READ_ACTIONS = ['s3:GetObject'];
const WRITE_ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
];

/** ARN of a bucket. */
export function bucketArn(partition: string, bucket: string): string {
  return `arn:${partition}:s3:::${bucket}`;
}

/**
 * Lets keys below the prefixes be listed, and no others. The condition is StringLike and not StringLikeIfExists, which
 * would allow a listing that names no prefix at all.
 */
export function listStatement(
  sid: string,
  bucket: string,
  prefixes: readonly string[],
): PolicyStatement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: bucket,
    Condition: {
      StringLike: {
        's3:prefix': prefixes.flatMap(prefix => [prefix, `${prefix}*`]),
      },
    },
  };
}

/** Lets objects be read, or read and written. */
export function objectStatement(
  sid: string,
  access: 'read' | 'write',
  resources: readonly string[],
): PolicyStatement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: access === 'read' ? READ_ACTIONS : WRITE_ACTIONS,
    Resource: resources.length === 1 ? resources[0] : resources,
  };
}
