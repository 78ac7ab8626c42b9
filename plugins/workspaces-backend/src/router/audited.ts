import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** One audited operation. */
export interface AuditedOperation {
  readonly auditor: AuditorService;
  readonly request: Request;
  /** `workspace-fetch` for reads, `workspace-mutate` for writes. */
  readonly eventId: 'workspace-fetch' | 'workspace-mutate';
  /** Which read or write, and of what; never values of fields. */
  readonly meta: JsonObject;
}

/** Runs an operation and leaves an audit event of its outcome. */
export async function audited<T>(
  { auditor, request, eventId, meta }: AuditedOperation,
  operation: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: eventId === 'workspace-mutate' ? 'medium' : 'low',
    request: request as AuditorServiceCreateEventOptions['request'],
    meta,
  });
  try {
    const result = await operation();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
