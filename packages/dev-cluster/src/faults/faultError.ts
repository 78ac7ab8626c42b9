import { StatusError } from '../api/StatusError';
import type { FaultEffect } from './FaultRule';

const meanings = {
  403: ['Forbidden', 'forbidden by an injected fault'],
  409: [
    'Conflict',
    'Operation cannot be fulfilled: the object has been modified; please apply your changes to the latest version and try again',
  ],
  410: ['Expired', 'too old resource version'],
  429: [
    'TooManyRequests',
    'The request was rejected because the server is overloaded, please try again later.',
  ],
  500: ['InternalError', 'Internal error occurred: injected fault'],
  503: [
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
  ],
} as const;

/** The error that a `status` fault answers with. */
export function faultError(
  effect: Extract<FaultEffect, { type: 'status' }>,
): StatusError {
  const [reason, message] = meanings[effect.code];
  const retryAfter = effect.retryAfter ?? (effect.code === 429 ? 1 : undefined);
  return new StatusError({
    code: effect.code,
    reason,
    message,
    details: retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter },
  });
}
