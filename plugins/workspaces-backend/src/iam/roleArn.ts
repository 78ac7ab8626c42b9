/** What an ARN of a role says. */
export interface RoleArn {
  /** Such as `aws` or `aws-us-gov`. */
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
  /** With the slashes around it; `/` for none. */
  readonly path: string;
  readonly name: string;
}

/** The partitions of AWS. */
const PARTITIONS: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
];

/** Longest path, as IAM documents it. */
const MAX_PATH_LENGTH = 512;

/** Each part as IAM documents it; names of path parts are held to the characters of names. */
const ROLE_ARN =
  /^arn:([a-z-]+):iam::(\d{12}):role(\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]{1,64})$/;

/** Takes an ARN apart, or says what is wrong with it. */
export function parseRoleArn(
  text: string,
):
  | { readonly arn: RoleArn; readonly problem?: undefined }
  | { readonly arn?: undefined; readonly problem: string } {
  const match = ROLE_ARN.exec(text);
  if (!match) {
    return {
      problem: `"${text}" is not the ARN of a role, such as arn:aws:iam::123456789012:role/name.`,
    };
  }
  const [, partition, account, path, name] = match;
  if (!PARTITIONS.includes(partition)) {
    return { problem: `"${partition}" is not a partition of AWS.` };
  }
  if (path.length > MAX_PATH_LENGTH) {
    return {
      problem: `The path is longer than ${MAX_PATH_LENGTH} characters.`,
    };
  }
  if ([...path.split('/'), name].some(part => /^\.+$/.test(part))) {
    return { problem: 'A part of the path consists of dots only.' };
  }
  if (path.startsWith('/aws-service-role/')) {
    return { problem: 'Roles of AWS services cannot be given to sessions.' };
  }
  return { arn: { partition, account, path, name } };
}
