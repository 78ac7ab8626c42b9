import { useApi } from '@backstage/frontend-plugin-api';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMemo, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import type { Live } from '../hooks/useLive';
import {
  type ActivityFilter,
  activityKey,
  uniqueEntries,
  useActivity,
} from './useActivity';

/** Entries on one page. */
const PAGE_SIZE = 50;

/** The activity of a workspace as far as it was loaded, newest first. */
export interface ActivityPages {
  /** While those of another filter are read, the ones before stay. */
  readonly entries?: readonly Activity[];
  readonly newest: Live<unknown>;
  /** Loads the next page of older entries; undefined when there is none. */
  readonly loadOlder?: () => void;
  readonly loadingOlder: boolean;
  readonly olderError?: unknown;
}

/** Keeps the newest entries that a filter lets through up to date, and loads older ones on request. */
export function useActivityPages(
  id: string,
  filter: ActivityFilter,
): ActivityPages {
  const api = useApi(workspacesApiRef);
  const key = activityKey(id, filter);
  const newest = useActivity(id, { limit: PAGE_SIZE, keepAll: true, filter });
  const [loaded, setLoaded] = useState<{
    readonly key: string;
    readonly items: readonly Activity[];
    readonly nextCursor?: string;
  }>();
  const older = loaded?.key === key ? loaded : undefined;
  const cursor = older ? older.nextCursor : newest.value?.nextCursor;
  const [{ loading, error }, load] = useAsyncFn(async () => {
    const page = await api.listActivity(id, {
      ...filter,
      cursor,
      limit: PAGE_SIZE,
    });
    setLoaded(before => ({
      key,
      items: [...(before?.key === key ? before.items : []), ...page.items],
      nextCursor: page.nextCursor,
    }));
  }, [api, id, key, cursor]);
  const entries = useMemo(
    () => newest.value && uniqueEntries(newest.value.items, older?.items ?? []),
    [newest.value, older],
  );
  return {
    entries,
    newest,
    loadOlder: cursor && !newest.former ? () => void load() : undefined,
    loadingOlder: loading,
    olderError: error,
  };
}
