import { useApi } from '@backstage/frontend-plugin-api';
import type {
  WorkspaceList,
  WorkspaceListQuery,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { keepPlaces } from '../format/keepPlaces';
import { type Live, useLive } from '../hooks/useLive';
import { intervalFor } from '../hooks/useLiveWorkspace';

/** A list of workspaces, kept up to date; rows keep their places while the same ones come back. */
export function useLiveList(query: WorkspaceListQuery): Live<WorkspaceList> {
  const api = useApi(workspacesApiRef);
  return useLive({
    key: JSON.stringify(query),
    load: () => api.listWorkspaces(query),
    interval: list => intervalFor(list?.items ?? []),
    keepFormer: true,
    merge: (shown, fresh) => ({
      ...fresh,
      items: [...keepPlaces(shown.items, fresh.items)],
    }),
  });
}
