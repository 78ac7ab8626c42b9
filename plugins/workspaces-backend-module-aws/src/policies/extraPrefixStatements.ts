import type { PolicyStatement } from './PolicyDocument';
import type { ExtraPrefix } from './RolePolicyInput';
import { bucketArn, listStatement, objectStatement } from './s3Statements';

/**
 * Statements for prefixes beyond the own one, merged, so that the inline quota holds as many as possible. Listing needs
 * a statement per bucket: in a shared one, a prefix meant for one bucket would be open in the others.
 */
export function extraPrefixStatements(
  partition: string,
  extraPrefixes: readonly ExtraPrefix[],
): PolicyStatement[] {
  const sorted = [...extraPrefixes].sort((a, b) =>
    key(a) < key(b) ? -1 : Number(key(a) > key(b)),
  );
  const buckets = [...new Set(sorted.map(({ bucket }) => bucket))];
  const objects = (access: ExtraPrefix['access']) =>
    unique(
      sorted
        .filter(extra => extra.access === access)
        .map(
          ({ bucket, prefix }) => `${bucketArn(partition, bucket)}/${prefix}*`,
        ),
    );
  const statements = buckets.map((bucket, index) =>
    listStatement(
      `ListExtraPrefixes${index + 1}`,
      bucketArn(partition, bucket),
      unique(
        sorted
          .filter(extra => extra.bucket === bucket)
          .map(({ prefix }) => prefix),
      ),
    ),
  );
  const readable = objects('read');
  const writable = objects('write');
  if (readable.length > 0) {
    statements.push(objectStatement('ReadExtraObjects', 'read', readable));
  }
  if (writable.length > 0) {
    statements.push(objectStatement('WriteExtraObjects', 'write', writable));
  }
  return statements;
}

function key({ bucket, prefix, access }: ExtraPrefix): string {
  return `${bucket}/${prefix} ${access}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
