import { isError } from '@backstage/errors';
import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { describeRequest, type RequestDescription } from './describeRequest';

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

const RESET_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
]);

const TLS_CODE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/;

/** Whether a connection broke: before the answer, so that what happened to the request is unknown. */
export function isConnectionReset(error: unknown): boolean {
  return RESET_CODES.has(codeOf(error) ?? '');
}

/** Turns a request that got no answer into an error with a stable reason. */
export function toNetworkError(
  request: RequestDescription,
  error: unknown,
): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  const code = codeOf(error);
  const { reason, sentence } = explain(code, error);
  return new ClusterError({
    reason,
    message: `The cluster "${request.cluster}" ${sentence} (${describeRequest(
      request,
    )})`,
    verb: request.verb,
    object: request.object,
    cause: error,
  });
}

function explain(
  code: string | undefined,
  error: unknown,
): { reason: Reason; sentence: string } {
  if (code && TIMEOUT_CODES.has(code)) {
    return {
      reason: 'RequestTimeout',
      sentence: `did not answer in time: ${code}`,
    };
  }
  if (code && TLS_CODE.test(code)) {
    return {
      reason: 'ClusterUnreachable',
      sentence: `could not be trusted: ${code}. Check that caData (or caFile) of the cluster is the certificate authority of its API server, and that the url has a name that its certificate holds`,
    };
  }
  if (isConnectionReset(error)) {
    return {
      reason: 'ClusterUnreachable',
      sentence: `closed the connection before it answered: ${code}`,
    };
  }
  return {
    reason: 'ClusterUnreachable',
    sentence: `could not be reached: ${
      code ?? (isError(error) ? error.message : 'unknown error')
    }`,
  };
}

/** The code of an error, or of what caused it: connecting to several addresses at once nests them. */
function codeOf(error: unknown): string | undefined {
  if (!isError(error)) {
    return undefined;
  }
  if (typeof error.code === 'string') {
    return error.code;
  }
  return Array.isArray(error.errors)
    ? codeOf(error.errors[0])
    : codeOf(error.cause);
}
