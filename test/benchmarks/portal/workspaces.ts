import { ConfigReader } from '@backstage/config';
import { readWorkspacesConfig } from '@team-workspaces/backstage-plugin-workspaces-backend/src/config';
import { createWorkspaceSteps } from '@team-workspaces/backstage-plugin-workspaces-backend/src/steps';
import type { NewWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend/src/types';
import { namespaceName } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import { CLUSTER } from '../cluster/BenchmarkCluster';
import { plannedWrites, type RawWrite } from '../raw/plannedWrites';

/** The configuration as it is shipped: three namespaces per workspace. */
export const CONFIG = readWorkspacesConfig(
  new ConfigReader({ workspaces: {} }),
);

const OWNER = 'group:default/team-a';
const REQUESTER: WorkspaceMember = {
  subject: 'user:default/lead',
  role: 'admin',
};

/** Who has a role in each workspace: its owner, and who requested it. */
export const MEMBERS: readonly WorkspaceMember[] = [
  { subject: OWNER, role: 'user' },
  REQUESTER,
];

/** Ids of workspaces that differ from those of other prefixes. */
export function workspaceIds(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}

/** The names of the namespaces of a workspace. */
export function namespacesOf(id: string): string[] {
  return CONFIG.namespaces.map(({ suffix }) => namespaceName(id, suffix));
}

/** What is stored when a workspace is requested. */
export function newWorkspace(id: string): NewWorkspace {
  return {
    id,
    displayName: id,
    description: '',
    owner: OWNER,
    cluster: CLUSTER,
    quotaProfile: CONFIG.defaultQuotaProfile,
    createdBy: REQUESTER.subject,
    members: [REQUESTER],
    namespaces: CONFIG.namespaces.map(({ suffix, networkProfile }) => ({
      name: namespaceName(id, suffix),
      suffix,
      networkProfile,
    })),
  };
}

/** The writes that make workspaces from nothing: what the reconciler writes, without the reconciler. */
export async function writesOf(ids: readonly string[]): Promise<RawWrite[]> {
  const steps = createWorkspaceSteps(CONFIG);
  const writes = await Promise.all(
    ids.map(id =>
      plannedWrites(
        steps,
        {
          ...newWorkspace(id),
          uid: id,
          isDefault: false,
          protected: false,
          expiresAt: undefined,
          phase: 'pending',
          generation: 1,
          observedGeneration: 0,
          revision: 1,
          createdAt: '',
          iam: { mode: 'none' },
        },
        MEMBERS,
      ),
    ),
  );
  return writes.flat();
}
