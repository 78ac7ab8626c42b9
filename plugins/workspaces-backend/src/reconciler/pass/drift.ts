import {
  MANAGED_BY,
  type Change,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectRecords,
  PlannedChange,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isLastWrittenByOthers } from '../../cluster/lastWriter';

/**
 * Whether a change puts right what somebody did to an object of a complete workspace. Otherwise it follows from
 * what is wanted: a member that was added, a profile that was configured anew.
 */
export function isDrift(
  change: PlannedChange,
  records: Pick<ObjectRecords, 'find'>,
): boolean {
  const { apiVersion, kind, namespace, name } = change.object;
  const recorded =
    records.find({ apiVersion, kind, namespace, name }) !== undefined;
  switch (change.action) {
    case 'create':
      return recorded;
    case 'delete':
      return !recorded;
    case 'update':
      return (
        change.fields.some(
          ({ manager }) => manager !== undefined && manager !== MANAGED_BY,
        ) ||
        (change.fields.length > 0 &&
          change.live !== undefined &&
          isLastWrittenByOthers(change.live.metadata))
      );
    default:
      return false;
  }
}

/** A change as people see it, without whole objects. */
export function toChange(change: PlannedChange): Change {
  const { step, action, object, fields } = change;
  return { step, action, object, fields };
}

/** One sentence about differences that were found. */
export function describeDrift(changes: readonly PlannedChange[]): string {
  const objects = changes.map(({ action, object, fields }) => {
    const name = [object.namespace, object.name].filter(Boolean).join('/');
    if (action === 'create') {
      return `${object.kind} ${name} is missing`;
    }
    if (action === 'delete') {
      return `${object.kind} ${name} should not be there`;
    }
    const managers = new Set(
      fields.flatMap(({ manager }) =>
        manager && manager !== MANAGED_BY ? [manager] : [],
      ),
    );
    const by = managers.size > 0 ? ` by ${[...managers].join(', ')}` : '';
    return `${object.kind} ${name} was changed${by}`;
  });
  const shown = objects.slice(0, 3).join('; ');
  const more = objects.length > 3 ? `; and ${objects.length - 3} more` : '';
  return `${shown}${more}.`;
}
