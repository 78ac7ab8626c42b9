import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { objectKey, objectPath } from '../format/objects';
import { valueText } from '../format/text';
import type { Messages } from '../hooks/useMessages';

/** One difference, ready to be shown. */
export interface DriftRow {
  readonly key: string;
  readonly object: string;
  readonly field: string;
  readonly should: string;
  readonly is: string;
  readonly manager: string;
  readonly at?: string;
}

/** Every difference of a workspace: one row per field, and one per object that is missing or too many. */
export function driftRows(workspace: Workspace, t: Messages): DriftRow[] {
  const absent = t('detail.drift.extra');
  return workspace.conditions
    .flatMap(({ drift }) => drift ?? [])
    .flatMap(({ action, object, fields }): DriftRow[] => {
      const shown = `${object.kind} ${objectPath(object)}`;
      const key = `${action} ${objectKey(object)}`;
      if (action === 'create' || action === 'delete') {
        const present = t('detail.drift.present');
        const missing = t('detail.drift.missing');
        return [
          {
            key,
            object: shown,
            field: '–',
            should: action === 'create' ? present : absent,
            is: action === 'create' ? missing : present,
            manager: '–',
          },
        ];
      }
      return fields.map(({ path, before, after, manager, managedAt }) => ({
        key: `${key} ${path}`,
        object: shown,
        field: path,
        should: after === undefined ? absent : valueText(after),
        is: before === undefined ? absent : valueText(before),
        manager: manager ?? t('detail.drift.unknownManager'),
        at: managedAt,
      }));
    });
}
