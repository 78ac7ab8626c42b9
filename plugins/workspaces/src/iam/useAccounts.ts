import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ServiceAccountList,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';
import {
  MOVING_INTERVAL_MS,
  SETTLED_INTERVAL_MS,
} from '../hooks/useLiveWorkspace';

/** The ServiceAccounts of people, kept up to date; none for somebody who may not see members. */
export function useAccounts(workspace: Workspace): Live<ServiceAccountList> {
  const { id, access } = workspace;
  const api = useApi(workspacesApiRef);
  const allowed = access.permissions.includes('read-members');
  return useLive({
    key: `${id} ${allowed}`,
    workspaceId: id,
    load: async () => (allowed ? api.listServiceAccounts(id) : { items: [] }),
    interval: list =>
      list?.items.some(({ state }) => state === 'leaving')
        ? MOVING_INTERVAL_MS
        : SETTLED_INTERVAL_MS,
  });
}
