import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { isMoving } from '../format/phases';
import { type Live, useLive } from './useLive';

/** Milliseconds between looks while something changes by itself. */
export const MOVING_INTERVAL_MS = 2_000;

/** Milliseconds between looks otherwise. */
export const SETTLED_INTERVAL_MS = 15_000;

/** The interval that fits some workspaces. */
export function intervalFor(workspaces: readonly Workspace[]): number {
  return workspaces.some(({ phase }) => isMoving(phase))
    ? MOVING_INTERVAL_MS
    : SETTLED_INTERVAL_MS;
}

/** One workspace, kept up to date. */
export function useLiveWorkspace(id: string): Live<Workspace> {
  const api = useApi(workspacesApiRef);
  return useLive({
    key: id,
    workspaceId: id,
    load: () => api.getWorkspace(id),
    interval: workspace => intervalFor(workspace ? [workspace] : []),
  });
}
