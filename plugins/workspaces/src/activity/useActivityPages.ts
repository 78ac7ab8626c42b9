import { useApi } from '@backstage/frontend-plugin-api';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMemo, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import type { Live } from '../hooks/useLive';
import { uniqueEntries, useActivity } from './useActivity';

/** Entries on one page. */
const PAGE_SIZE = 50;

/** The activity of a workspace as far as it was loaded, newest first. */
export interface ActivityPages {
  readonly entries?: readonly Activity[];
  readonly newest: Live<unknown>;
  /** Loads the next page of older entries; undefined when there is none. */
  readonly loadOlder?: () => void;
  readonly loadingOlder: boolean;
  readonly olderError?: unknown;
}

/** Keeps the newest entries up to date and loads older ones on request. */
export function useActivityPages(id: string): ActivityPages {
  const api = useApi(workspacesApiRef);
  const newest = useActivity(id, { limit: PAGE_SIZE, keepAll: true });
  const [older, setOlder] = useState<{
    readonly items: readonly Activity[];
    readonly nextCursor?: string;
  }>();
  const cursor = older ? older.nextCursor : newest.value?.nextCursor;
  const [{ loading, error }, load] = useAsyncFn(async () => {
    const page = await api.listActivity(id, { cursor, limit: PAGE_SIZE });
    setOlder(before => ({
      items: [...(before?.items ?? []), ...page.items],
      nextCursor: page.nextCursor,
    }));
  }, [api, id, cursor]);
  const entries = useMemo(
    () => newest.value && uniqueEntries(newest.value.items, older?.items ?? []),
    [newest.value, older],
  );
  return {
    entries,
    newest,
    loadOlder: cursor ? () => void load() : undefined,
    loadingOlder: loading,
    olderError: error,
  };
}
