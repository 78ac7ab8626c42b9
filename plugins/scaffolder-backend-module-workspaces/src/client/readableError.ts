import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  toError,
} from '@backstage/errors';
import {
  HINTS,
  isReason,
  type ErrorResponseError,
} from '@team-workspaces/backstage-plugin-workspaces-common';

const ERROR_TYPES: Readonly<Record<number, new (message?: string) => Error>> = {
  400: InputError,
  401: AuthenticationError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
};

/** Runs the body of an action; what the API refuses is told as {@link readableError} words it. */
export async function withReadableErrors<T>(
  body: () => Promise<T>,
): Promise<T> {
  try {
    return await body();
  } catch (error) {
    throw readableError(error);
  }
}

/** The refusal of our API as one sentence each for what went wrong and what to do; other errors as they are. */
export function readableError(error: unknown): Error {
  if (!(error instanceof ResponseError)) {
    return toError(error);
  }
  const ErrorType = ERROR_TYPES[error.statusCode] ?? Error;
  if (error.statusCode === 401) {
    return new ErrorType(
      'The session under which the task was started is over. What to do: sign in again and start the task anew.',
    );
  }
  const answer: Partial<ErrorResponseError> = error.body.error;
  const sentences = [answer.message ?? error.message];
  for (const { field, message } of answer.fields ?? []) {
    if (!sentences[0].includes(message)) {
      sentences.push(`${field}: ${message}`);
    }
  }
  const hint = isReason(answer.code) ? HINTS[answer.code] : undefined;
  if (hint && !sentences[0].includes(hint)) {
    sentences.push(`What to do: ${hint}`);
  }
  if (answer.code) {
    sentences.push(`(${answer.code})`);
  }
  return new ErrorType(sentences.join(' '));
}

/** The stable code of a refusal of our API. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ResponseError
    ? (error.body.error as Partial<ErrorResponseError>).code
    : undefined;
}

/** Whether the API says that there is no such workspace, or none that the caller may see. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

/** Whether the same request may succeed later: no answer at all, an overloaded or a restarting backend. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ResponseError) {
    return error.statusCode >= 500 || error.statusCode === 429;
  }
  return toError(error).name !== 'AuthenticationError';
}
