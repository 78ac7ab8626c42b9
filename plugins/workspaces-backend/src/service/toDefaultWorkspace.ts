import { DEFAULT_WORKSPACE_ID } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ClusterRegistry, NewWorkspace, WorkspacesConfig } from '../types';

/** The default workspace as the configuration wants it; undefined when it is switched off. */
export function toDefaultWorkspace(
  config: WorkspacesConfig,
  clusters: Pick<ClusterRegistry, 'list'>,
): (Omit<NewWorkspace, 'owner'> & { owner: string | undefined }) | undefined {
  const { defaultWorkspace } = config;
  return (
    defaultWorkspace && {
      id: DEFAULT_WORKSPACE_ID,
      displayName: defaultWorkspace.displayName,
      description: 'The namespaces that were there before team workspaces.',
      owner: defaultWorkspace.owner,
      cluster: clusters.list()[0]?.name ?? '',
      quotaProfile: config.defaultQuotaProfile,
      createdBy: 'system',
      namespaces: defaultWorkspace.namespaces.map(
        ({ name, networkProfile }) => ({ name, suffix: name, networkProfile }),
      ),
      members: [],
    }
  );
}
