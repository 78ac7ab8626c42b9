import type { JsonObject } from '@backstage/types';
import { StatusError } from '../api/StatusError';

/** An answer that is complete before it is sent. */
export interface Reply {
  readonly code: number;
  /** JSON text. */
  readonly body: string;
  readonly headers?: { readonly [name: string]: string };
}

export function jsonReply(body: JsonObject, code = 200): Reply {
  return { code, body: JSON.stringify(body) };
}

/** The answer for anything that was thrown. */
export function errorReply(error: unknown): Reply {
  const status =
    error instanceof StatusError
      ? error
      : new StatusError({
          code: 500,
          reason: 'InternalError',
          message: `Internal error occurred: ${
            error instanceof Error ? error.message : String(error)
          }`,
        });
  const retryAfter = status.details?.retryAfterSeconds;
  return {
    ...jsonReply(status.toStatus(), status.code),
    ...(retryAfter !== undefined && {
      headers: { 'Retry-After': String(retryAfter) },
    }),
  };
}
