import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Activity,
  ActivityFilters,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsync from 'react-use/esm/useAsync';
import { workspacesApiRef } from '../api';
import type { ActivityFilter } from './useActivity';

function sorted(values: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(values.filter(value => value !== undefined))].sort();
}

/** By whom and by what can be filtered: what the backend knows, what is shown, and what is chosen. */
export function useActivityFilters(
  id: string,
  shown: readonly Activity[],
  chosen: ActivityFilter,
): ActivityFilters {
  const api = useApi(workspacesApiRef);
  // Whatever is not read in time is still offered where it is shown.
  const { value } = useAsync(() => api.getActivityFilters(id), [api, id]);
  return {
    actors: sorted([
      ...(value?.actors ?? []),
      ...shown.map(({ actor }) => actor),
      chosen.actor,
    ]),
    actions: sorted([
      ...(value?.actions ?? []),
      ...shown.map(({ action }) => action),
      chosen.action,
    ]),
  };
}
