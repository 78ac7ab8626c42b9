/** The `Status` that Kubernetes answers with when a request fails, as far as we read it. */
export interface StatusBody {
  readonly message?: string;
  readonly reason?: string;
  readonly retryAfterSeconds?: number;
  readonly causes: readonly StatusCause[];
}

/** One of `details.causes`. */
export interface StatusCause {
  readonly reason?: string;
  readonly field?: string;
}

/** Reads a `Status`; answers of something that is not Kubernetes give an empty one. */
export function parseStatus(body: string): StatusBody {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { causes: [] };
  }
  if (!isRecord(value) || value.kind !== 'Status') {
    return { causes: [] };
  }
  const details = isRecord(value.details) ? value.details : {};
  const causes = Array.isArray(details.causes) ? details.causes : [];
  return {
    message: textOf(value.message),
    reason: textOf(value.reason),
    retryAfterSeconds:
      typeof details.retryAfterSeconds === 'number'
        ? details.retryAfterSeconds
        : undefined,
    causes: causes.filter(isRecord).map(cause => ({
      reason: textOf(cause.reason),
      field: textOf(cause.field),
    })),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
