import type { WorkspaceChanges } from '@team-workspaces/backstage-plugin-workspaces-common';
import { DateTime } from 'luxon';
import type { WorkspacePatch } from '../../types';

/** Checked changes in the form that is stored: times in UTC. */
export function toPatch(changes: WorkspaceChanges): WorkspacePatch {
  const { expiresAt, ...others } = changes;
  return typeof expiresAt === 'string'
    ? {
        ...others,
        expiresAt: DateTime.fromISO(expiresAt, { zone: 'utc' })
          .toJSDate()
          .toISOString(),
      }
    : changes;
}
