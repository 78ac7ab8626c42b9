import { InvalidPolicyInput } from './InvalidPolicyInput';
import { PARTITIONS } from './partitions';
import { check, distinct, PATTERNS } from './rules';
import type {
  ExtraPrefix,
  PodIdentityInput,
  RolePolicyInput,
} from './RolePolicyInput';

const RESERVED_NAMESPACE = /^(default|kube-.*|openshift-.*)$/;

/**
 * Refuses everything that could widen a policy: wildcards, policy variables, slashes, foreign ARNs. An id of `*` would
 * open the whole bucket, so that this is a security control and not a convenience. Throws InvalidPolicyInput.
 *
 * @public
 */
export function checkPolicyInput(input: RolePolicyInput): void {
  check('workspaceId', input.workspaceId, PATTERNS.workspaceId);
  checkNamespaces(input.namespaces);
  if (!PARTITIONS.includes(input.partition)) {
    throw new InvalidPolicyInput({
      field: 'partition',
      rule: 'known-partition',
      message: `it must be one of ${PARTITIONS.join(', ')}.`,
    });
  }
  check('account', input.account, PATTERNS.account);
  check('region', input.region, PATTERNS.region);
  check('oidcProvider', input.oidcProvider, PATTERNS.oidcProvider);
  check('bucket', input.bucket, PATTERNS.bucket);
  if (input.kmsKeyArn !== undefined) {
    checkKmsKeyArn(input.kmsKeyArn, input);
  }
  input.extraPrefixes?.forEach((extra, index) =>
    checkExtraPrefix(extra, `extraPrefixes[${index}]`),
  );
  if (input.podIdentity) {
    checkPodIdentity(input.podIdentity, input);
  }
}

function checkNamespaces(namespaces: readonly string[]): void {
  if (!Array.isArray(namespaces) || namespaces.length === 0) {
    throw new InvalidPolicyInput({
      field: 'namespaces',
      rule: 'not-empty',
      message:
        'a role without a namespace would have no subject to be limited to.',
    });
  }
  namespaces.forEach((namespace, index) => {
    const field = `namespaces[${index}]`;
    check(field, namespace, PATTERNS.label);
    if (RESERVED_NAMESPACE.test(namespace)) {
      throw new InvalidPolicyInput({
        field,
        rule: 'reserved-namespace',
        message: 'namespaces of the platform never get a role of a workspace.',
      });
    }
  });
  distinct('namespaces', namespaces);
}

function checkKmsKeyArn(arn: string, input: RolePolicyInput): void {
  check('kmsKeyArn', arn, PATTERNS.kmsKeyArn);
  const [, partition, , region] = arn.split(':');
  if (partition !== input.partition || region !== input.region) {
    throw new InvalidPolicyInput({
      field: 'kmsKeyArn',
      rule: 'same-region',
      message: 'S3 only uses keys of the partition and region of the bucket.',
    });
  }
}

function checkExtraPrefix(extra: ExtraPrefix, field: string): void {
  check(`${field}.bucket`, extra.bucket, PATTERNS.bucket);
  check(`${field}.prefix`, extra.prefix, PATTERNS.prefix);
  if (extra.access !== 'read' && extra.access !== 'write') {
    throw new InvalidPolicyInput({
      field: `${field}.access`,
      rule: 'enum',
      message: 'it must be "read" or "write".',
    });
  }
}

function checkPodIdentity(
  podIdentity: PodIdentityInput,
  input: RolePolicyInput,
): void {
  check('podIdentity.clusterName', podIdentity.clusterName, PATTERNS.cluster);
  const { partition, region, account } = input;
  const expected = `arn:${partition}:eks:${region}:${account}:cluster/${podIdentity.clusterName}`;
  if (podIdentity.clusterArn !== expected) {
    throw new InvalidPolicyInput({
      field: 'podIdentity.clusterArn',
      rule: 'same-cluster',
      message:
        'it must be the ARN of that cluster in the partition, region and account of the role.',
    });
  }
  if (podIdentity.serviceAccount !== undefined) {
    check(
      'podIdentity.serviceAccount',
      podIdentity.serviceAccount,
      PATTERNS.sharedServiceAccount,
    );
  }
}
