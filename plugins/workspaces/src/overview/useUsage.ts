import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Usage,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { type Live, useLive } from '../hooks/useLive';

/** Milliseconds between looks at the usage: each of them asks the cluster. */
const INTERVAL_MS = 30_000;

/** The quota in use of each namespace of a workspace, kept up to date. */
export function useUsage(workspace: Workspace): Live<Usage> {
  const api = useApi(workspacesApiRef);
  return useLive({
    key: workspace.id,
    workspaceId: workspace.id,
    load: () => api.getUsage(workspace.id),
    interval: () => INTERVAL_MS,
  });
}
