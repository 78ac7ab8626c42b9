import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';

/** A workspace with a managed role, for tests. */
export function roleWorkspace(
  id: string,
  overrides: Partial<Workspace> = {},
): Workspace {
  return {
    uid: `uid-of-${id}`,
    id,
    displayName: id,
    description: '',
    owner: `group:default/${id}`,
    cluster: 'local',
    quotaProfile: 'small',
    isDefault: false,
    protected: false,
    expiresAt: undefined,
    namespaces: ['notebooks', 'drls-clusters', 'drls-pipelines'].map(
      suffix => ({
        name: `${id}-${suffix}`,
        suffix,
        networkProfile: 'notebooks',
      }),
    ),
    iam: { mode: 'managed' },
    phase: 'active',
    generation: 1,
    observedGeneration: 1,
    revision: 1,
    createdBy: 'user:default/dana',
    createdAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}
