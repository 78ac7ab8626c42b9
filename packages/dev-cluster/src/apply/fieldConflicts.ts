import { StatusError, type StatusCause } from '../api/StatusError';
import { formatPath, type FieldSet } from './FieldSet';
import type { ManagedFields, OwnedFields, Writer } from './ManagedFields';

function describeOwner(owner: OwnedFields): string {
  const { manager, operation, apiVersion, subresource } = owner;
  const parts = [`conflict with ${JSON.stringify(manager)}`];
  if (subresource) {
    parts.push(`with subresource ${JSON.stringify(subresource)}`);
  }
  if (operation === 'Update') parts.push(`using ${apiVersion}`);
  return parts.join(' ');
}

/** Refuses an apply that changes fields of others. */
export function refuseConflicts(options: {
  managed: ManagedFields;
  writer: Writer;
  changed: FieldSet;
}): void {
  const { managed, writer, changed } = options;
  const causes: StatusCause[] = managed.others(writer).flatMap(owner =>
    [...owner.fields.intersection(changed).paths()].map(path => ({
      reason: 'FieldManagerConflict',
      message: describeOwner(owner),
      field: formatPath(path),
    })),
  );
  if (causes.length === 0) return;
  const list = causes.map(cause => `${cause.message}: ${cause.field}`);
  throw new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Apply failed with ${causes.length} conflict${
      causes.length === 1 ? '' : 's'
    }: ${list.join('\n')}`,
    details: { causes },
  });
}
