import { isError } from '@backstage/errors';
import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import { AwsError } from './AwsError';

const MAX_RAW = 500;

/** How AWS names the action that somebody lacks, which may be another one than was asked for. */
const LACKED = /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/;

/** Reasons by the code of AWS, without `Exception` or `Fault` at the end. */
const REASONS: Readonly<Record<string, Reason>> = {
  AccessDenied: 'AwsAccessDenied',
  UnauthorizedOperation: 'AwsAccessDenied',
  InvalidClientTokenId: 'AwsAccessDenied',
  UnrecognizedClient: 'AwsAccessDenied',
  SignatureDoesNotMatch: 'AwsAccessDenied',
  IncompleteSignature: 'AwsAccessDenied',
  MissingAuthenticationToken: 'AwsAccessDenied',
  ExpiredToken: 'AwsAccessDenied',
  CredentialsProviderError: 'AwsAccessDenied',
  Throttling: 'AwsThrottled',
  RequestLimitExceeded: 'AwsThrottled',
  TooManyRequests: 'AwsThrottled',
  SlowDown: 'AwsThrottled',
  NoSuchEntity: 'RoleNotFound',
  EntityAlreadyExists: 'RoleNotOurs',
  ConcurrentModification: 'AwsConflict',
  EntityTemporarilyUnmodifiable: 'AwsConflict',
  DeleteConflict: 'AwsConflict',
  LimitExceeded: 'PolicyTooLarge',
  MalformedPolicyDocument: 'AwsInvalid',
  InvalidInput: 'AwsInvalid',
  ValidationError: 'AwsInvalid',
  Validation: 'AwsInvalid',
  UnmodifiableEntity: 'AwsInvalid',
  PolicyNotAttachable: 'AwsInvalid',
  // Of EKS.
  ResourceInUse: 'AssociationNotOurs',
  ResourceNotFound: 'EksClusterNotFound',
  ResourceLimitExceeded: 'AssociationLimitReached',
  InvalidParameter: 'AwsInvalid',
  InvalidRequest: 'AwsConflict',
};

const SENTENCES: Partial<Record<Reason, string>> = {
  AwsAccessDenied: 'Our AWS identity may not',
  AwsThrottled: 'AWS asked us to slow down at',
  AwsConflict: 'AWS could not change it now at',
  AwsInvalid: 'AWS refused as invalid',
  PolicyTooLarge: 'A limit of AWS refused',
  RoleNotFound: 'AWS has nothing of that name at',
  RoleNotOurs: 'AWS has one of that name already at',
  AssociationNotOurs: 'EKS has an association already at',
  AssociationLimitReached:
    'The cluster has as many associations as AWS allows at',
  EksClusterNotFound: 'EKS has nothing of that name at',
};

/** What was asked of AWS. */
export interface AwsRequest {
  /** As policies name it, such as `iam:CreateRole`. */
  readonly action: string;
  /** Role, policy or account concerned, as people call it. */
  readonly subject: string;
  readonly account: string;
}

/** Turns whatever the SDK threw into an error with a stable reason. */
export function toAwsError(request: AwsRequest, error: unknown): AwsError {
  if (error instanceof AwsError) {
    return error;
  }
  const { action, subject, account } = request;
  const code = codeOf(error);
  const reason = REASONS[code] ?? reasonOfStatus(error);
  const text = isError(error) ? error.message : String(error);
  const sentence =
    SENTENCES[reason] ?? `AWS did not answer (${code || 'no answer'}) to`;
  return new AwsError({
    reason,
    code,
    message: `${sentence} ${action} on ${subject} (account ${account}).`,
    ...(reason === 'AwsAccessDenied' && {
      hint: `Allow ${lackedOf(
        request,
        text,
      )} to the identity of the portal in account ${account}; docs/aws.md has the whole policy.`,
    }),
    raw: text.slice(0, MAX_RAW),
    cause: error,
  });
}

function lackedOf({ action, subject }: AwsRequest, text: string): string {
  const lacked = LACKED.exec(text)?.[1];
  return lacked && lacked !== action
    ? `${lacked}, which ${action} takes,`
    : `${action} on ${subject}`;
}

function codeOf(error: unknown): string {
  if (!isError(error)) {
    return '';
  }
  const name =
    error.name === 'Error' && typeof error.code === 'string'
      ? error.code
      : error.name;
  return name.replace(/(Exception|Fault)$/, '');
}

/** AWS does not know every code that proxies, emulators and its own services answer with; the status always tells. */
function reasonOfStatus(error: unknown): Reason {
  const status =
    isError(error) &&
    typeof error.$metadata === 'object' &&
    error.$metadata !== null &&
    'httpStatusCode' in error.$metadata
      ? Number(error.$metadata.httpStatusCode)
      : 0;
  if (status === 429) {
    return 'AwsThrottled';
  }
  if (status === 401 || status === 403) {
    return 'AwsAccessDenied';
  }
  return status >= 400 && status < 500 ? 'AwsInvalid' : 'AwsUnreachable';
}
