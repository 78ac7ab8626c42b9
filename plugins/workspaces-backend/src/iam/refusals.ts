import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  StepFailedError,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isRequestErrorCode, RequestError } from '../service/RequestError';

/** The refusal of a request for what a provider of roles found. */
export function refusalOf({ reason, message }: Problem): RequestError {
  const code = isRequestErrorCode(reason) ? reason : 'AwsUnreachable';
  return new RequestError(
    code,
    message,
    code === 'InvalidRoleArn'
      ? { fields: [{ field: 'roleArn', rule: 'arn-of-role', message }] }
      : {},
  );
}

/** Turns what keeps us from writing at all into a refusal. */
export function writeRefusal(error: unknown): never {
  if (error instanceof StepFailedError) {
    throw new RequestError('CatalogUnavailable', error.message, {
      cause: error,
    });
  }
  if (error instanceof ClusterError) {
    const { reason, message } = error;
    throw new RequestError(
      isRequestErrorCode(reason) ? reason : 'ClusterUnavailable',
      message,
      { cause: error },
    );
  }
  throw error;
}
