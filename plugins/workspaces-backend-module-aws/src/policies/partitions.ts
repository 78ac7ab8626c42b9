/** Partitions of AWS that roles can be in, with the domain of their services. */
const DOMAINS: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
};

/** Names of the partitions that are known. @public */
export const PARTITIONS: readonly string[] = Object.keys(DOMAINS);

/** The name of S3 of a region as `kms:ViaService` has it. The partition must be a known one. */
export function s3ServiceName(partition: string, region: string): string {
  return `s3.${region}.${DOMAINS[partition]}`;
}
