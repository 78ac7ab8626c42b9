import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';

/** A workspace with the three shipped namespaces, for tests. */
export function createWorkspace(overrides: Partial<Workspace> = {}): Workspace {
  const { id = 'team-a' } = overrides;
  return {
    uid: 'd2719f2c-9c2f-4ad9-9f0c-0d9a1e2b3c4d',
    id,
    displayName: 'Team A',
    description: '',
    owner: 'group:default/team-a',
    cluster: 'test',
    quotaProfile: 'small',
    isDefault: false,
    protected: false,
    expiresAt: undefined,
    namespaces: [
      {
        name: `${id}-notebooks`,
        suffix: 'notebooks',
        networkProfile: 'notebooks',
      },
      {
        name: `${id}-drls-clusters`,
        suffix: 'drls-clusters',
        networkProfile: 'clusters',
      },
      {
        name: `${id}-drls-pipelines`,
        suffix: 'drls-pipelines',
        networkProfile: 'pipelines',
      },
    ],
    phase: 'pending',
    generation: 1,
    observedGeneration: 0,
    revision: 1,
    createdBy: 'user:default/dana',
    createdAt: '2026-01-01T00:00:00.000Z',
    iam: { mode: 'none' },
    ...overrides,
  };
}
