import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectMetadata } from '@team-workspaces/backstage-plugin-workspaces-node';

/**
 * Whether somebody else wrote an object last. Times have seconds: of two writers in the same second we assume the
 * other one was later, which costs a comparison and misses nothing.
 */
export function isLastWrittenByOthers(metadata: ObjectMetadata): boolean {
  const entries = (metadata.managedFields ?? []).filter(
    // Controllers report what they observe there, all the time.
    ({ subresource }) => subresource !== 'status',
  );
  const latest = entries.reduce(
    (time, entry) => ((entry.time ?? '') > time ? entry.time ?? '' : time),
    '',
  );
  return entries.some(
    ({ manager, time }) => (time ?? '') === latest && manager !== MANAGED_BY,
  );
}
