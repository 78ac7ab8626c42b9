import type { StoredWorkspace } from '../types';

const FIELDS = [
  'displayName',
  'description',
  'quotaProfile',
  'protected',
  'expiresAt',
] as const;

/** What a change did, for the activity of the workspace. */
export function describeChanges(
  before: StoredWorkspace,
  after: StoredWorkspace,
): { readonly message: string; readonly details: unknown } {
  const fields = FIELDS.filter(field => before[field] !== after[field]).map(
    field => ({
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }),
  );
  return {
    message:
      fields.length === 0
        ? 'Saved without a difference.'
        : `Changed ${fields.map(({ field }) => field).join(', ')}.`,
    details: { fields },
  };
}
