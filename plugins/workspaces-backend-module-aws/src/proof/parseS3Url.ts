import { InvalidPolicyInput } from '../policies/InvalidPolicyInput';

/** Longest key of an object in bytes. Source: Amazon S3 user guide, "Naming Amazon S3 objects". */
const MAX_KEY_LENGTH = 1024;

const S3_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^]*))?$/;

/** Whether a text is one that {@link parseS3Url} reads. */
export function isS3Url(url: string): boolean {
  try {
    parseS3Url(url);
    return true;
  } catch (error) {
    if (error instanceof InvalidPolicyInput) {
      return false;
    }
    throw error;
  }
}

/** Reads `s3://bucket/key`; the key is empty for the bucket itself. Throws InvalidPolicyInput with field `resource`. */
export function parseS3Url(url: string): {
  readonly bucket: string;
  readonly key: string;
} {
  const [, bucket, key = ''] = S3_URL.exec(url) ?? [];
  if (bucket === undefined || Buffer.byteLength(key) > MAX_KEY_LENGTH) {
    throw new InvalidPolicyInput({
      field: 'resource',
      rule: 'pattern',
      message: `it must be s3://{bucket}/{key} with a key of at most ${MAX_KEY_LENGTH} bytes.`,
    });
  }
  return { bucket, key };
}
