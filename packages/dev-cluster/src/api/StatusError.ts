import type { JsonObject } from '@backstage/types';

/** One cause in the details of a Kubernetes `Status`. */
export type StatusCause = { reason: string; message: string; field?: string };

/** An error that is answered as a Kubernetes `Status` body. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: JsonObject | undefined;

  constructor(options: {
    code: number;
    reason: string;
    message: string;
    details?: JsonObject;
  }) {
    super(options.message);
    this.name = 'StatusError';
    this.code = options.code;
    this.reason = options.reason;
    this.details = options.details;
  }

  /** The body of the answer. */
  toStatus(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}
