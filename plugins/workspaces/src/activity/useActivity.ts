import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Activity,
  ActivityList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';
import { SETTLED_INTERVAL_MS } from '../hooks/useLiveWorkspace';

/** Entries of some lists, each once, in the order of the lists. */
export function uniqueEntries(
  ...lists: ReadonlyArray<readonly Activity[]>
): Activity[] {
  return [
    ...new Map(
      lists
        .flat()
        .reverse()
        .map(entry => [entry.id, entry]),
    ).values(),
  ].reverse();
}

/**
 * The newest entries of the activity of a workspace, kept up to date. Entries that newer ones push off the page
 * stay when `keepAll` is set, so that what follows them can be loaded without a gap.
 */
export function useActivity(
  id: string,
  options: { readonly limit: number; readonly keepAll?: boolean },
): Live<ActivityList> {
  const api = useApi(workspacesApiRef);
  const { limit, keepAll } = options;
  return useLive({
    key: id,
    workspaceId: id,
    load: () => api.listActivity(id, { limit }),
    interval: () => SETTLED_INTERVAL_MS,
    merge: keepAll
      ? (shown, fresh) => ({
          ...shown,
          items: uniqueEntries(fresh.items, shown.items),
        })
      : undefined,
  });
}
