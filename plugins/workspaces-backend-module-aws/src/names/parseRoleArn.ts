import { InvalidPolicyInput } from '../policies/InvalidPolicyInput';
import { PARTITIONS } from '../policies/partitions';
import { MAX_ROLE_NAME_LENGTH, MAX_ROLE_PATH_LENGTH } from './limits';
import { dotted } from './roleName';

/** The parts of a role's ARN. @public */
export interface RoleArn {
  readonly partition: string;
  readonly account: string;
  /** Starts and ends with a slash; `/` where the role has none. */
  readonly path: string;
  readonly name: string;
}

const ROLE_ARN =
  /^arn:([a-z-]+):iam::(\d{12}):role(\/(?:[A-Za-z0-9_+=,.@-]+\/)*)([A-Za-z0-9_+=,.@-]+)$/;

/**
 * Reads the ARN of a role. Refuses everything else, also what AWS might take for the same role: sessions, other
 * services, white space, empty or dotted path segments. Throws InvalidPolicyInput with field `roleArn`.
 *
 * @public
 */
export function parseRoleArn(text: string): RoleArn {
  const refuse = (rule: string, message: string) =>
    new InvalidPolicyInput({ field: 'roleArn', rule, message });
  const match = ROLE_ARN.exec(text);
  if (!match) {
    throw refuse(
      'pattern',
      'it must be arn:{partition}:iam::{account}:role/{path}{name}, without spaces or wildcards.',
    );
  }
  const [, partition, account, path, name] = match;
  if (!PARTITIONS.includes(partition)) {
    throw refuse(
      'known-partition',
      `the partition must be one of ${PARTITIONS.join(', ')}.`,
    );
  }
  if (
    name.length > MAX_ROLE_NAME_LENGTH ||
    path.length > MAX_ROLE_PATH_LENGTH
  ) {
    throw refuse(
      'max-length',
      `the name may have ${MAX_ROLE_NAME_LENGTH} characters and the path ${MAX_ROLE_PATH_LENGTH}.`,
    );
  }
  if (dotted(path) || dotted(name)) {
    throw refuse('path', 'the path may not have the segments "." and "..".');
  }
  return { partition, account, path, name };
}

/** Writes the ARN of a role. @public */
export function formatRoleArn(arn: RoleArn): string {
  return `arn:${arn.partition}:iam::${arn.account}:role${arn.path}${arn.name}`;
}
