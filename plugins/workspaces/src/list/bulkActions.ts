import type {
  IamSync,
  Permission,
  Workspace,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { syncCounts } from '../iam/SyncReport';
import type { Messages } from '../hooks/useMessages';

/** What can be done with several workspaces at once. */
export type BulkAction = 'retry' | 'sync';

/** What a reader must be allowed to for each. */
export const BULK_PERMISSIONS: Readonly<Record<BulkAction, Permission>> = {
  retry: 'retry',
  sync: 'sync-iam',
};

/** Whether the reader may do any of it with a workspace. */
export function isSelectable({ access }: Pick<Workspace, 'access'>): boolean {
  return Object.values(BULK_PERMISSIONS).some(permission =>
    access.permissions.includes(permission),
  );
}

/** The figures of a sync; nothing for what has none. */
export type BulkResult = IamSync | undefined;

/** Does it with one workspace. */
export async function actOn(
  api: WorkspacesApi,
  action: BulkAction,
  id: string,
): Promise<BulkResult> {
  if (action === 'sync') {
    return api.syncIam(id);
  }
  await api.retryWorkspace(id);
  return undefined;
}

/** What came of it for one workspace, in words. */
export function resultWords(result: BulkResult, t: Messages): string {
  return result ? syncCounts(result, t) : t('list.bulk.accepted');
}

/** The figures of several syncs together; undefined where there is none. */
export function totalOf(results: readonly BulkResult[]) {
  const syncs = results.flatMap(result => result ?? []);
  if (syncs.length === 0) {
    return undefined;
  }
  const sum = (figure: (sync: IamSync) => number) =>
    syncs.reduce((total, sync) => total + figure(sync), 0);
  return {
    total: sum(sync => sync.total),
    updated: sum(sync => sync.updated),
    unchanged: sum(sync => sync.unchanged),
    failed: sum(sync => sync.failed),
  };
}
