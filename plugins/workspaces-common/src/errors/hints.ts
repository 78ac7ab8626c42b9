import type { Reason } from './reasons';

/**
 * What to do about a reason, where the same advice fits every case.
 *
 * @public
 */
export const HINTS: Readonly<Partial<Record<Reason, string>>> = {
  ClusterUnreachable:
    'Check that the cluster is up and that the portal can reach its address, then Retry provisioning.',
  ClusterUnavailable:
    'Wait until the cluster serves again; the next attempt is made by itself, or Retry provisioning.',
  ClusterUnauthorized:
    'Renew the credentials of the cluster in workspaces.clusters, then Retry provisioning.',
  ClusterNotConfigured:
    'Add the cluster to workspaces.clusters again, or delete the workspace there by hand.',
  RbacInsufficient:
    'Apply docs/rbac.yaml to the cluster, then Retry provisioning.',
  RequestTimeout:
    'The next attempt is made by itself. If it keeps happening, look at the load of the cluster.',
  TooManyRequests:
    'Nothing: the next attempt waits as long as the cluster asked.',
  ObjectInvalid:
    'Read the answer of the cluster, correct workspaces.* in the configuration, then Retry provisioning.',
  AdmissionDenied:
    'Allow the object in the admission policy that refused it, then Retry provisioning.',
  NamespaceConflict:
    'Show what adopting it would change, or delete this workspace and choose another id.',
  NamespaceOwnedByOther:
    'Choose another id, or remove the label if the other workspace no longer exists, then Retry provisioning.',
  NamespaceRecreated:
    'Find out who made it again; then adopt it, or delete it and Retry provisioning.',
  NamespaceTerminating:
    'Nothing: setting up goes on once the namespace is gone.',
  NamespaceStuckTerminating:
    'Let the controller that owns the finalizer finish, or have an admin of the cluster remove it.',
  InternalError:
    'Retry provisioning. If it happens again, send the raw answer to the maintainers of the portal.',
  StepTimeout:
    'The next attempt is made by itself. If it keeps happening, look at the load of what the step talks to, or raise workspaces.reconciler.stepTimeout.',
  ServiceAccountConflict:
    'Find out who made the ServiceAccount and delete it there; then Retry provisioning.',
  RoleArnTaken:
    'Use another role: with one role for two workspaces, either could read the data of the other.',
  InvalidRoleArn:
    'Copy the ARN of the role from the AWS console or the Terraform output, such as arn:aws:iam::123456789012:role/name.',
  MemberUnknown:
    'Check the entity ref. If a portal user registered the Group, ask a portal admin to trust its location.',
  MemberExists: 'Change the role of the member instead of adding it.',
  MemberNotFound: 'Look at the members again; the role may come from a Group.',
  OwnerIsMember:
    'Give single people or other Groups more, or ask a portal admin to transfer the workspace.',
  LastAdmin: 'Make somebody else admin first, or ask a portal admin.',
  RoleTooHigh: 'Ask an admin of the workspace.',
  WorkspaceProtected: 'Switch the protection off in the settings first.',
  RevisionConflict: 'Read the workspace again and repeat the change.',
  GroupLimitReached:
    'Delete a workspace of the Group, or ask a portal admin to raise workspaces.limits.perGroup.',
  RoleNotOurs:
    'Delete or rename that role in AWS, choose another roleNamePattern, or choose mode external with its ARN.',
  RoleNotFound: 'Make the role in AWS, or set the ARN of one that is there.',
  AssociationNotOurs:
    'Delete that association in EKS, or configure another podIdentity.serviceAccount.',
  AssociationLimitReached:
    'Delete associations of the cluster that nobody needs, or have AWS raise the quota "Pod Identity associations per cluster".',
  EksClusterNotFound:
    'Correct podIdentity.clusterName, or account and region, of the cluster in workspaces.aws.',
  AwsUnreachable:
    'The next attempt is made by itself. Check that the portal can reach AWS.',
  AwsThrottled: 'Nothing: the next attempt is made by itself.',
  AwsAccessDenied:
    'Allow the action to the AWS identity of the portal; docs/aws.md has the whole policy.',
  AwsInvalid:
    'Read the answer of AWS, correct workspaces.aws in the configuration, then Retry provisioning.',
  AwsConflict: 'Nothing: the next attempt is made by itself.',
};
