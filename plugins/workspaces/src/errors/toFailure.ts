import { ResponseError } from '@backstage/errors';
import {
  HINTS,
  isReason,
  type FieldProblem,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What went wrong with a request, ready to be shown. */
export interface Failure {
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number;
  /** Stable code of our API. */
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string;
  readonly fields: readonly FieldProblem[];
}

interface ErrorBody {
  readonly message?: string;
  readonly code?: string;
  readonly fields?: FieldProblem[];
}

/** Reads an error of the client; an error that is no answer of the API has no `status`. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof ResponseError)) {
    return { fields: [] };
  }
  const body: ErrorBody = error.body.error;
  return {
    status: error.statusCode,
    code: body.code,
    message: body.message,
    hint: isReason(body.code) ? HINTS[body.code] : undefined,
    fields: body.fields ?? [],
  };
}
