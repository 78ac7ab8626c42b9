import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { PodIdentityAssociation } from '../client';

/** The ServiceAccount has an association, and we did not make it for this workspace. */
export function associationNotOurs({
  clusterName,
  namespace,
  serviceAccount,
  id,
}: Pick<
  PodIdentityAssociation,
  'clusterName' | 'namespace' | 'serviceAccount' | 'id'
>): Problem {
  return {
    reason: 'AssociationNotOurs',
    message: `Association ${id} of ServiceAccount ${namespace}/${serviceAccount} in EKS cluster ${clusterName} was not made for this workspace. It is neither changed nor deleted.`,
    hint: `Delete it: aws eks delete-pod-identity-association --cluster-name ${clusterName} --association-id ${id}. Or configure another podIdentity.serviceAccount.`,
  };
}

/** EKS does not accept a role that IAM has. */
export function roleNotKnown(
  roleArn: string,
  raw: string | undefined,
): Problem {
  return {
    reason: 'AwsConflict',
    message: `EKS does not accept role ${roleArn} yet.`,
    hint: 'Nothing: EKS learns of new roles and trusts within seconds, and the next attempt is made by itself.',
    ...(raw !== undefined && { raw }),
  };
}
