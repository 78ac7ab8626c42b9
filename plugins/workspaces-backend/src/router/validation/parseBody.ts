import { isError } from '@backstage/errors';
import express, { type ErrorRequestHandler, type Handler } from 'express';
import { RequestError, validationFailed } from '../../service/RequestError';

/** The largest body that is read, in bytes. Ten times what the largest sensible request takes. */
const LIMIT_BYTES = 100 * 1024;

/** Reads JSON bodies, and refuses large and malformed ones with our codes. */
export function parseBody(): (Handler | ErrorRequestHandler)[] {
  const refuse: ErrorRequestHandler = (error, _request, _response, next) => {
    next(toRequestError(error));
  };
  return [express.json({ limit: LIMIT_BYTES }), refuse];
}

function toRequestError(error: unknown): unknown {
  const type = isError(error) ? error.type : undefined;
  if (type === 'entity.too.large') {
    return new RequestError(
      'RequestTooLarge',
      `The body of the request is larger than ${LIMIT_BYTES} bytes.`,
    );
  }
  if (typeof type === 'string') {
    // The message of the parser repeats parts of the body, which nobody needs in logs.
    return validationFailed([
      { field: 'body', rule: 'json', message: 'The body is not valid JSON.' },
    ]);
  }
  return error;
}
