import { checkPolicyInput } from './checkPolicyInput';
import type { PolicyDocument, PolicyStatement } from './PolicyDocument';
import type { PodIdentityInput, RolePolicyInput } from './RolePolicyInput';

/** Audience of the tokens that EKS projects for IRSA. @public */
export const STS_AUDIENCE = 'sts.amazonaws.com';

/** ServiceAccounts of people; only the platform may create one of such a name. @public */
export const USER_SERVICE_ACCOUNTS = 'user-*';

/** The service that hands out credentials of EKS Pod Identity. @public */
export const POD_IDENTITY_SERVICE = 'pods.eks.amazonaws.com';

/** ServiceAccount of EKS Pod Identity in each namespace, where no other is named. @public */
export const POD_IDENTITY_SERVICE_ACCOUNT = 'workspace';

/** ARN of the OIDC provider of the cluster. @public */
export function oidcProviderArn(
  input: Pick<RolePolicyInput, 'partition' | 'account' | 'oidcProvider'>,
): string {
  return `arn:${input.partition}:iam::${input.account}:oidc-provider/${input.oidcProvider}`;
}

/**
 * Who may assume the role: `user-*` ServiceAccounts of exactly these namespaces. Its size does not depend on how many
 * people there are. Throws InvalidPolicyInput.
 *
 * @public
 */
export function renderTrustPolicy(input: RolePolicyInput): PolicyDocument {
  checkPolicyInput(input);
  const statements = [webIdentity(input)];
  if (input.podIdentity) {
    statements.push(podIdentity(input, input.podIdentity));
  }
  return { Version: '2012-10-17', Statement: statements };
}

function webIdentity(input: RolePolicyInput): PolicyStatement {
  // A `*` crosses colons, so that only the end of a subject may have one.
  const subjects = input.namespaces.map(
    namespace => `system:serviceaccount:${namespace}:${USER_SERVICE_ACCOUNTS}`,
  );
  return {
    Sid: 'AssumeByServiceAccounts',
    Effect: 'Allow',
    Principal: { Federated: oidcProviderArn(input) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${input.oidcProvider}:aud`]: STS_AUDIENCE },
      StringLike: { [`${input.oidcProvider}:sub`]: subjects },
    },
  };
}

function podIdentity(
  input: RolePolicyInput,
  { clusterArn, serviceAccount }: PodIdentityInput,
): PolicyStatement {
  return {
    Sid: 'AssumeByPodIdentity',
    Effect: 'Allow',
    Principal: { Service: POD_IDENTITY_SERVICE },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      StringEquals: {
        'aws:SourceAccount': input.account,
        'aws:RequestTag/kubernetes-namespace': input.namespaces,
        'aws:RequestTag/kubernetes-service-account':
          serviceAccount ?? POD_IDENTITY_SERVICE_ACCOUNT,
      },
      ArnEquals: { 'aws:SourceArn': clusterArn },
    },
  };
}
