import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { describeRequest, type RequestDescription } from './describeRequest';
import { parseStatus, type StatusBody } from './statusBody';

/** Characters of an answer that are kept: enough to read, too few to flood a database. */
const MAX_RAW_LENGTH = 2_000;

/** What admission plugins, webhooks and policies write; the status code alone does not tell them apart. */
const ADMISSION_MESSAGE =
  /admission webhook "|ValidatingAdmissionPolicy|violates PodSecurity|exceeded quota/;

/** Server-side apply answers 500 to fields that the kind does not have. */
const SCHEMA_MESSAGE = /^failed to create typed patch object/;

/** Bearer tokens and signed EKS tokens, in case something between us and the cluster echoes a request. */
const CREDENTIALS = /(bearer\s+|k8s-aws-v1\.)[\w.~+/=-]+/gi;

/** An answer that is not a success. */
export interface FailedResponse {
  readonly status: number;
  readonly body: string;
  /** Of the `Retry-After` header. */
  readonly retryAfterSeconds?: number;
}

/** Turns the answer of a cluster into an error with a stable reason. */
export function toResponseError(
  request: RequestDescription,
  response: FailedResponse,
): ClusterError {
  const status = parseStatus(response.body);
  const said = status.message ?? `HTTP status ${response.status}`;
  return new ClusterError({
    reason: reasonOf(response.status, status),
    message: redact(
      `The cluster "${request.cluster}" refused to ${describeRequest(
        request,
      )}: ${said}`,
    ),
    status: response.status,
    statusReason: status.reason,
    verb: request.verb,
    object: request.object,
    raw: redact(response.body).slice(0, MAX_RAW_LENGTH),
    retryAfterSeconds: response.retryAfterSeconds ?? status.retryAfterSeconds,
  });
}

function reasonOf(code: number, status: StatusBody): Reason {
  if (status.causes.some(({ reason }) => reason === 'NamespaceTerminating')) {
    return 'NamespaceTerminating';
  }
  if (status.causes.some(({ field }) => field === 'metadata.uid')) {
    // Our precondition on the UID: server-side apply calls another object of the name an invalid change.
    return 'ObjectConflict';
  }
  if (SCHEMA_MESSAGE.test(status.message ?? '')) {
    return 'ObjectInvalid';
  }
  if (
    code >= 400 &&
    code < 500 &&
    ADMISSION_MESSAGE.test(status.message ?? '')
  ) {
    return 'AdmissionDenied';
  }
  if (status.reason === 'Timeout' || status.reason === 'ServerTimeout') {
    return 'RequestTimeout';
  }
  switch (code) {
    case 401:
      return 'ClusterUnauthorized';
    case 403:
      return 'RbacInsufficient';
    case 404:
      // A resource that the API does not have stays unknown; an object or its namespace that is gone is made again.
      return isUnknownResource(status) ? 'ObjectInvalid' : 'ObjectConflict';
    case 408:
    case 504:
      return 'RequestTimeout';
    case 409:
    case 410:
    case 412:
      return 'ObjectConflict';
    case 429:
      return 'TooManyRequests';
    default:
      return code >= 400 && code < 500 ? 'ObjectInvalid' : 'ClusterUnavailable';
  }
}

function isUnknownResource(status: StatusBody): boolean {
  return (
    !status.message ||
    status.message.startsWith(
      'the server could not find the requested resource',
    )
  );
}

function redact(text: string): string {
  return text.replace(CREDENTIALS, '$1[redacted]');
}
