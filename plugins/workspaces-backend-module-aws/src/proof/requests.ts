import type { accessRequest, ContextValue } from '../evaluator';
import { s3ServiceName } from '../policies/partitions';
import {
  POD_IDENTITY_SERVICE,
  STS_AUDIENCE,
} from '../policies/renderTrustPolicy';
import type { RolePolicyInput } from '../policies/RolePolicyInput';
import { bucketArn } from '../policies/s3Statements';

type Request = Parameters<typeof accessRequest>[0];

/** Subject of a ServiceAccount's token. */
export function subjectOf(namespace: string, serviceAccount: string): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}

const NOT_TAGGED: Record<string, ContextValue> = {
  'aws:RequestTag/kubernetes-namespace': null,
  'aws:RequestTag/kubernetes-service-account': null,
  'aws:SourceAccount': null,
  'aws:SourceArn': null,
};

/** A pod presents its ServiceAccount's token. A claim that is `null` is missing in it. */
export function webIdentity(
  workspace: RolePolicyInput,
  claims: {
    readonly sub: string | null;
    readonly aud?: string | null;
    /** Issuer; the own cluster's when absent. */
    readonly issuer?: string;
  },
): Request {
  const { sub, aud = STS_AUDIENCE, issuer = workspace.oidcProvider } = claims;
  return {
    action: 'sts:AssumeRoleWithWebIdentity',
    principal: {
      kind: 'Federated',
      value: `arn:${workspace.partition}:iam::${workspace.account}:oidc-provider/${issuer}`,
    },
    context: {
      ...NOT_TAGGED,
      // A token of another issuer has none of our issuer's keys.
      [`${workspace.oidcProvider}:sub`]: null,
      [`${workspace.oidcProvider}:aud`]: null,
      [`${issuer}:sub`]: sub,
      [`${issuer}:aud`]: aud,
    },
  };
}

/** EKS Pod Identity assumes the role for a ServiceAccount of a cluster. */
export function podIdentity(
  workspace: RolePolicyInput,
  pod: {
    readonly namespace: string | null;
    readonly serviceAccount: string | null;
    readonly account?: string | null;
    readonly clusterArn?: string | null;
  },
): Request {
  const { clusterArn = workspace.podIdentity?.clusterArn } = pod;
  return {
    action: 'sts:AssumeRole',
    principal: { kind: 'Service', value: POD_IDENTITY_SERVICE },
    context: {
      'aws:RequestTag/kubernetes-namespace': pod.namespace,
      'aws:RequestTag/kubernetes-service-account': pod.serviceAccount,
      'aws:SourceAccount':
        pod.account === undefined ? workspace.account : pod.account,
      // Where no cluster is configured, it may be any.
      ...(clusterArn !== undefined && { 'aws:SourceArn': clusterArn }),
    },
  };
}

/** Another identity assumes the role in every way it could; nothing is known of what conditions may ask for. */
export function assumeRole(
  kind: 'AWS' | 'Federated' | 'Service',
  principal: string,
): Request[] {
  const actions =
    kind === 'Federated'
      ? ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML']
      : ['sts:AssumeRole'];
  return actions.map(action => ({
    action,
    principal: { kind, value: principal },
    context: {},
  }));
}

/** Something is done with an object. */
export function onObject(
  partition: string,
  action: string,
  bucket: string,
  key: string,
): Request {
  return {
    action,
    resource: `${bucketArn(partition, bucket)}/${key}`,
    context: { 's3:prefix': null, 'kms:ViaService': null },
  };
}

/** Keys are listed; a prefix of `null` is none. */
export function listBucket(
  partition: string,
  bucket: string,
  prefix: string | null,
): Request {
  return {
    action: 's3:ListBucket',
    resource: bucketArn(partition, bucket),
    context: { 's3:prefix': prefix, 'kms:ViaService': null },
  };
}

/** A key is used: through S3 of the region, or directly. */
export function useKey(
  workspace: RolePolicyInput,
  action: string,
  keyArn: string,
  through: 's3' | 'nothing',
): Request {
  return {
    action,
    resource: keyArn,
    context: {
      'kms:ViaService':
        through === 's3'
          ? s3ServiceName(workspace.partition, workspace.region)
          : null,
    },
  };
}
