import { isError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { RequestError } from '../service/RequestError';

/** Codes of drivers that say that the database, not the statement, is the trouble. */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|08...|53300|57P0[123]|SQLITE_BUSY.*|SQLITE_IOERR.*)$/;

/** Turns failures of the database to answer into our code; any other error stays as it is. */
export const databaseUnavailable: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  next(
    isAway(error)
      ? new RequestError(
          'DatabaseUnavailable',
          'The database of team workspaces did not answer. Try again in a moment.',
          { cause: error },
        )
      : error,
  );
};

function isAway(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'KnexTimeoutError' || CODES.test(String(error.code)))
  );
}
