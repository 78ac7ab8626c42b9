/**
 * Every stable code that a condition, a problem or an error of the API can carry. docs/errors.md explains each.
 *
 * @public
 */
export const REASONS = {
  // Of conditions while all is well or under way.
  Waiting: 'The step waits for another one.',
  Progressing: 'The step is at work.',
  Ready: 'Everything of the step is as it should be.',
  Repaired: 'A difference was found and put right.',
  DriftDetected: 'Objects differ from what they should be.',
  Deleting: 'The objects of the step are being deleted.',
  // Of the cluster.
  ClusterUnreachable: 'The cluster did not answer.',
  ClusterUnavailable: 'The cluster answered that it cannot serve now.',
  ClusterUnauthorized: 'The cluster did not accept our credentials.',
  ClusterNotConfigured:
    'The cluster of the workspace is not in the configuration.',
  RbacInsufficient: 'Our identity lacks a right in the cluster.',
  RequestTimeout: 'The cluster did not answer in time.',
  TooManyRequests: 'The cluster asked us to slow down.',
  ObjectInvalid: 'The cluster refused an object as invalid.',
  ObjectConflict: 'An object changed while it was written.',
  AdmissionDenied: 'An admission policy of the cluster refused an object.',
  // Of namespaces.
  NamespaceConflict: 'A namespace exists already and is not ours.',
  NamespaceOwnedByOther: 'A namespace is labelled for another workspace.',
  NamespaceRecreated:
    'A namespace of ours was deleted and made again by somebody else.',
  NamespaceTerminating: 'A namespace is still being deleted.',
  NamespaceStuckTerminating: 'A namespace cannot finish its deletion.',
  // Of ourselves.
  InternalError: 'The step failed in a way that we did not foresee.',
  StepTimeout: 'The step took too long and was stopped.',
  LeaseLost: 'Another backend took the workspace over.',
  // Of members.
  MemberExists: 'The subject is a member already.',
  MemberNotFound: 'The subject is not a member.',
  MemberUnknown: 'The catalog has no such User or Group.',
  OwnerIsMember: 'The owner Group belongs to the workspace in any case.',
  LastAdmin: 'The workspace would be left without an admin.',
  RoleTooHigh: 'Nobody gives more than the own role.',
  // Of ServiceAccounts and AWS.
  ServiceAccountConflict:
    'A ServiceAccount of that name exists and is not ours.',
  InvalidRoleArn: 'The ARN is not one of a role that can be used here.',
  RoleArnTaken: 'Another workspace has that role.',
  RoleNotFound: 'AWS has no such role.',
  RoleNotOurs: 'A role of that name exists in AWS and is not ours.',
  AssociationNotOurs:
    'An EKS Pod Identity association of that ServiceAccount exists and is not ours.',
  AssociationLimitReached:
    'The EKS cluster has as many Pod Identity associations as AWS allows.',
  EksClusterNotFound: 'AWS has no such EKS cluster.',
  PolicyTooLarge: 'A policy is larger than AWS accepts.',
  IsolationViolated:
    'A policy would reach, or let in, something of another workspace.',
  IamModeUnavailable: 'The mode is not available for the cluster.',
  AwsUnreachable: 'AWS did not answer.',
  AwsThrottled: 'AWS asked us to slow down.',
  AwsAccessDenied: 'Our AWS identity lacks a right.',
  AwsInvalid: 'AWS refused a role, policy or association as invalid.',
  AwsConflict: 'The role or association changed in AWS while it was written.',
  // Of requests.
  ValidationFailed: 'A field breaks a rule.',
  RequestTooLarge: 'The body of the request is too large.',
  WorkspaceNotFound: 'There is no such workspace, or it is not yours to see.',
  WorkspaceConflict:
    'A workspace of that id exists with another owner or another content.',
  NotGroupMember: 'The caller does not belong to the Group.',
  GroupNotFound: 'There is no such Group.',
  GroupLimitReached: 'The Group has as many workspaces as it may have.',
  RevisionConflict: 'The workspace changed since it was read.',
  WorkspaceProtected: 'The workspace is protected from deletion.',
  WorkspaceDeleting: 'The workspace is being deleted.',
  DefaultWorkspaceReadOnly: 'The default workspace is never changed.',
  NothingToAdopt: 'The namespace is not one that can be adopted.',
  PermissionDenied:
    'The role of the caller, or the permission policy, does not allow it.',
  DatabaseUnavailable: 'The database did not answer.',
  CatalogUnavailable: 'The catalog did not answer.',
} as const;

/** A stable code. @public */
export type Reason = keyof typeof REASONS;

/** Whether a text is one of our stable codes. @public */
export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(REASONS, value);
}
