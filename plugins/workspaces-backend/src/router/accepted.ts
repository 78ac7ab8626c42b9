import type { Response } from 'express';

/** Seconds after which polling for the outcome of accepted work makes sense. */
const POLL_AFTER_SECONDS = 2;

/** Marks an answer as accepted work that goes on. */
export function accepted<T extends Pick<Response, 'status' | 'setHeader'>>(
  response: T,
): T {
  response.setHeader('Retry-After', POLL_AFTER_SECONDS);
  response.status(202);
  return response;
}
