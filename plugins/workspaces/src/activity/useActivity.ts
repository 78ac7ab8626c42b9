import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Activity,
  ActivityList,
  ActivityQuery,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';
import { SETTLED_INTERVAL_MS } from '../hooks/useLiveWorkspace';

/** Which entries are shown; what is left out means all. */
export type ActivityFilter = Pick<ActivityQuery, 'actor' | 'action' | 'q'>;

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

/** Names which entries of which workspace are read. */
export function activityKey(
  id: string,
  { actor, action, q }: ActivityFilter,
): string {
  return JSON.stringify([id, actor, action, q]);
}

/**
 * The newest entries of the activity of a workspace, kept up to date. Entries that newer ones push off the page
 * stay when `keepAll` is set, so that what follows them can be loaded without a gap.
 */
export function useActivity(
  id: string,
  options: {
    readonly limit: number;
    readonly keepAll?: boolean;
    readonly filter?: ActivityFilter;
  },
): Live<ActivityList> {
  const api = useApi(workspacesApiRef);
  const { limit, keepAll, filter = {} } = options;
  return useLive({
    key: activityKey(id, filter),
    workspaceId: id,
    load: () => api.listActivity(id, { ...filter, limit }),
    interval: () => SETTLED_INTERVAL_MS,
    keepFormer: true,
    merge: keepAll
      ? (shown, fresh) => ({
          ...shown,
          items: uniqueEntries(fresh.items, shown.items),
        })
      : undefined,
  });
}
