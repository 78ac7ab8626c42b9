import { InvalidPolicyInput } from './InvalidPolicyInput';

/** Shape of a field, with the rule in words. */
interface Shape {
  readonly pattern: RegExp;
  readonly rule: string;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const SEGMENT = '(?!\\.{1,2}(?:/|$))[A-Za-z0-9._=~-]+';

/** Shapes of the fields that end up in policies. None of them can hold a wildcard or a policy variable. */
export const PATTERNS = {
  workspaceId: {
    pattern: /^[a-z0-9][a-z0-9-]{0,36}[a-z0-9]$/,
    rule: '2 to 38 lower case letters, digits and inner hyphens.',
  },
  label: {
    pattern: new RegExp(`^${LABEL}$`),
    rule: 'an RFC 1123 label of at most 63 characters.',
  },
  account: { pattern: /^\d{12}$/, rule: 'twelve digits.' },
  region: {
    pattern: /^[a-z]{2}(?:-[a-z]+){1,2}-\d{1,2}$/,
    rule: 'the name of a region, such as us-west-2.',
  },
  oidcProvider: {
    pattern: new RegExp(
      `^(?=.{4,255}$)${LABEL}(?:\\.${LABEL})+(?:/${SEGMENT})*$`,
    ),
    rule: 'host and path of the issuer, without scheme, port, query or trailing slash.',
  },
  bucket: {
    pattern:
      /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    rule: 'the name of a bucket: 3 to 63 lower case letters, digits, dots and hyphens.',
  },
  prefix: {
    pattern: new RegExp(`^(?=.{2,512}$)(?:${SEGMENT}/)+$`),
    rule: 'a key prefix without leading slash that ends in a slash.',
  },
  kmsKeyArn: {
    pattern:
      /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    rule: 'the ARN of a key; an alias cannot be used in a policy.',
  },
  cluster: {
    pattern: /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
    rule: 'the name of an EKS cluster.',
  },
  sharedServiceAccount: {
    pattern: new RegExp(`^(?!default$|user-)${LABEL}$`),
    rule: 'an RFC 1123 label other than "default" that does not begin with "user-", as those of people do.',
  },
} as const satisfies Record<string, Shape>;

/** Throws InvalidPolicyInput when a field does not have the shape. */
export function check(field: string, value: unknown, shape: Shape): void {
  if (typeof value !== 'string' || !shape.pattern.test(value)) {
    throw new InvalidPolicyInput({
      field,
      rule: 'pattern',
      message: `it must be ${shape.rule}`,
    });
  }
}

/** Throws InvalidPolicyInput when a value occurs twice. */
export function distinct(field: string, values: readonly string[]): void {
  if (new Set(values).size !== values.length) {
    throw new InvalidPolicyInput({
      field,
      rule: 'distinct',
      message: 'no value may occur twice.',
    });
  }
}
