import type {
  Problem,
  Reason,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What an {@link AwsError} tells. */
export interface AwsErrorOptions {
  readonly reason: Reason;
  /** The sentence for people: action, resource and limit concerned. */
  readonly message: string;
  readonly hint?: string;
  /** What AWS calls it, without `Exception`, such as `EntityAlreadyExists`. */
  readonly code?: string;
  /** The answer as it came, cut to a readable length. */
  readonly raw?: string;
  readonly cause?: unknown;
}

/** A request to AWS that did not succeed. */
export class AwsError extends Error {
  readonly name = 'AwsError';
  readonly reason: Reason;
  readonly hint?: string;
  readonly code?: string;
  readonly raw?: string;

  constructor(options: AwsErrorOptions) {
    super(options.message, { cause: options.cause });
    this.reason = options.reason;
    this.hint = options.hint;
    this.code = options.code;
    this.raw = options.raw;
  }

  /** As conditions and pages show it. */
  toProblem(): Problem {
    const { reason, message, hint, raw } = this;
    return {
      reason,
      message,
      ...(hint !== undefined && { hint }),
      ...(raw !== undefined && { raw }),
    };
  }
}

/** Whether AWS refused with one of these codes. */
export function hasCode(
  error: unknown,
  ...codes: readonly string[]
): error is AwsError {
  return (
    error instanceof AwsError &&
    error.code !== undefined &&
    codes.includes(error.code)
  );
}
