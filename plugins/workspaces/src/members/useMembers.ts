import { useApi } from '@backstage/frontend-plugin-api';
import type { MemberList } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';
import {
  MOVING_INTERVAL_MS,
  SETTLED_INTERVAL_MS,
} from '../hooks/useLiveWorkspace';

/** Whether ServiceAccounts of somebody are being made or deleted now. */
function isMoving(list: MemberList): boolean {
  return (
    list.leaving.length > 0 ||
    list.items.some(({ people }) =>
      people.some(({ serviceAccounts }) => serviceAccounts.state === 'pending'),
    )
  );
}

/** The members of a workspace, kept up to date. */
export function useMembers(id: string): Live<MemberList> {
  const api = useApi(workspacesApiRef);
  return useLive({
    key: id,
    workspaceId: id,
    load: () => api.listMembers(id),
    interval: list =>
      list && isMoving(list) ? MOVING_INTERVAL_MS : SETTLED_INTERVAL_MS,
  });
}
