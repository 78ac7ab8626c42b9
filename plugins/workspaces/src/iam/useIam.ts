import { useApi } from '@backstage/frontend-plugin-api';
import type { IamReport } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';
import { SETTLED_INTERVAL_MS } from '../hooks/useLiveWorkspace';

/** Milliseconds between looks: each of them asks AWS. */
const INTERVAL_MS = 4 * SETTLED_INTERVAL_MS;

/** The AWS role of a workspace, kept up to date. */
export function useIam(id: string): Live<IamReport> {
  const api = useApi(workspacesApiRef);
  return useLive({
    key: id,
    workspaceId: id,
    load: () => api.getIam(id),
    interval: () => INTERVAL_MS,
  });
}
