import {
  namespaceName,
  type CreateWorkspaceRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../../permissions/Caller';
import type {
  ClusterRegistry,
  NewWorkspace,
  WorkspacesConfig,
} from '../../types';
import { parseGroupRef } from './groupRef';

/** What a checked request wants stored, with what the configuration gives where the request says nothing. */
export function toNewWorkspace(
  request: CreateWorkspaceRequest,
  options: {
    readonly caller: Pick<Caller, 'userRef'>;
    readonly config: WorkspacesConfig;
    readonly clusters: Pick<ClusterRegistry, 'list'>;
  },
): NewWorkspace {
  const { caller, config, clusters } = options;
  return {
    id: request.id,
    displayName: request.displayName,
    description: request.description ?? '',
    owner: parseGroupRef(request.owner) ?? request.owner,
    cluster: request.cluster ?? clusters.list()[0]?.name ?? '',
    quotaProfile: request.quotaProfile ?? config.defaultQuotaProfile,
    createdBy: caller.userRef,
    namespaces: config.namespaces.map(({ suffix, networkProfile }) => ({
      name: namespaceName(request.id, suffix),
      suffix,
      networkProfile,
    })),
    members: [{ subject: caller.userRef, role: 'admin' }],
  };
}
