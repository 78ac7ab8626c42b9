import type { WorkspaceIdRules } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ClusterRegistry, WorkspacesConfig } from '../../types';

/** What the fields of requests are checked against. */
export interface RequestRules {
  readonly id: WorkspaceIdRules;
  readonly quotaProfiles: readonly string[];
  readonly clusters: readonly string[];
}

/** The rules that the configuration makes. */
export function readRequestRules(
  config: WorkspacesConfig,
  clusters: Pick<ClusterRegistry, 'list'>,
): RequestRules {
  return {
    id: {
      suffixes: config.namespaces.map(({ suffix }) => suffix),
      reservedIds: config.reservedIds,
      reservedNamespaces: config.defaultWorkspace?.namespaces.map(
        ({ name }) => name,
      ),
    },
    quotaProfiles: config.quotaProfiles.map(({ name }) => name),
    clusters: clusters.list().map(({ name }) => name),
  };
}
