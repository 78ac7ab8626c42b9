import type {
  FieldProblem,
  Reason,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** The Backstage error that each code travels as, which decides the status of the answer. */
const KINDS = {
  ValidationFailed: ['InputError', 400],
  GroupNotFound: ['InputError', 400],
  InvalidRoleArn: ['InputError', 400],
  IamModeUnavailable: ['InputError', 400],
  RoleNotFound: ['InputError', 400],
  PolicyTooLarge: ['InputError', 400],
  AwsInvalid: ['InputError', 400],
  MemberUnknown: ['InputError', 400],
  PermissionDenied: ['NotAllowedError', 403],
  RoleTooHigh: ['NotAllowedError', 403],
  NotGroupMember: ['NotAllowedError', 403],
  DefaultWorkspaceReadOnly: ['NotAllowedError', 403],
  WorkspaceNotFound: ['NotFoundError', 404],
  MemberNotFound: ['NotFoundError', 404],
  WorkspaceConflict: ['ConflictError', 409],
  GroupLimitReached: ['ConflictError', 409],
  MemberExists: ['ConflictError', 409],
  OwnerIsMember: ['ConflictError', 409],
  LastAdmin: ['ConflictError', 409],
  RoleArnTaken: ['ConflictError', 409],
  RoleNotOurs: ['ConflictError', 409],
  IsolationViolated: ['ConflictError', 409],
  AwsConflict: ['ConflictError', 409],
  RevisionConflict: ['ConflictError', 409],
  WorkspaceProtected: ['ConflictError', 409],
  WorkspaceDeleting: ['ConflictError', 409],
  NothingToAdopt: ['ConflictError', 409],
  RequestTooLarge: ['PayloadTooLargeError', 413],
  TooManyRequests: ['TooManyRequestsError', 429],
  CatalogUnavailable: ['ServiceUnavailableError', 503],
  ClusterNotConfigured: ['ServiceUnavailableError', 503],
  ClusterUnreachable: ['ServiceUnavailableError', 503],
  ClusterUnavailable: ['ServiceUnavailableError', 503],
  ClusterUnauthorized: ['ServiceUnavailableError', 503],
  RbacInsufficient: ['ServiceUnavailableError', 503],
  RequestTimeout: ['ServiceUnavailableError', 503],
  AwsUnreachable: ['ServiceUnavailableError', 503],
  AwsThrottled: ['ServiceUnavailableError', 503],
  AwsAccessDenied: ['ServiceUnavailableError', 503],
  DatabaseUnavailable: ['ServiceUnavailableError', 503],
} as const satisfies Partial<Record<Reason, readonly [string, number]>>;

/** Codes that a request can be refused with. */
export type RequestErrorCode = keyof typeof KINDS;

/** Whether a request can be refused with a code. */
export function isRequestErrorCode(code: string): code is RequestErrorCode {
  return Object.hasOwn(KINDS, code);
}

/** What a {@link RequestError} tells beside its message. */
export interface RequestErrorDetails {
  /** Every field that breaks a rule. */
  readonly fields?: readonly FieldProblem[];
  /** The present revision, when the one sent is stale. */
  readonly current?: number;
  readonly cause?: unknown;
}

/** A request that is refused, with a stable code. */
export class RequestError extends Error {
  readonly name: string;
  readonly code: RequestErrorCode;
  readonly fields?: readonly FieldProblem[];
  readonly current?: number;

  constructor(
    code: RequestErrorCode,
    message: string,
    details: RequestErrorDetails = {},
  ) {
    super(message);
    this.name = KINDS[code][0];
    this.code = code;
    if (details.fields) {
      this.fields = details.fields;
    }
    if (details.current !== undefined) {
      this.current = details.current;
    }
    if (details.cause !== undefined) {
      // Kept for logs only: enumerable properties are sent to the caller.
      Object.defineProperty(this, 'cause', {
        value: details.cause,
        enumerable: false,
      });
    }
    // A refusal is no fault of ours to be traced, and development backends send stacks to the browser.
    this.stack = undefined;
  }

  /** HTTP status of the answer. On the prototype, so that it is not repeated in the body. */
  get statusCode(): number {
    return KINDS[this.code][1];
  }
}

/** Refuses a request because of its fields. */
export function validationFailed(
  fields: readonly FieldProblem[],
): RequestError {
  return new RequestError(
    'ValidationFailed',
    fields.map(({ message }) => message).join(' '),
    { fields },
  );
}
