import {
  GENERATION_ANNOTATION,
  KUBERNETES_ID_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ObjectMetadata,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Name of the objects of which each namespace has one. */
export const OBJECT_NAME = 'workspace';

/** The metadata that every object of a workspace carries. */
export function workspaceMetadata(
  workspace: Pick<Workspace, 'id' | 'generation'>,
  identity: { readonly name: string; readonly namespace?: string },
  labels: Readonly<Record<string, string>> = {},
): ObjectMetadata {
  return {
    ...identity,
    labels: {
      [MANAGED_BY_LABEL]: MANAGED_BY,
      [WORKSPACE_LABEL]: workspace.id,
      [KUBERNETES_ID_LABEL]: workspace.id,
      ...labels,
    },
    annotations: { [GENERATION_ANNOTATION]: String(workspace.generation) },
  };
}
