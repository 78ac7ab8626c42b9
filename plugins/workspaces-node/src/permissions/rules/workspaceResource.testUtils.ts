import type { WorkspaceResource } from '../resource';

/** A workspace for tests of rules. */
export const workspaceResource: WorkspaceResource = {
  uid: 'uid-1',
  id: 'data-science',
  displayName: 'Data Science',
  description: '',
  owner: 'group:default/team-ds',
  cluster: 'eks-prod-eu',
  quotaProfile: 'small',
  isDefault: false,
  protected: false,
  expiresAt: undefined,
  namespaces: [],
  phase: 'active',
  generation: 1,
  observedGeneration: 1,
  revision: 1,
  createdBy: 'user:default/ann',
  createdAt: '2026-01-01T00:00:00.000Z',
  iam: { mode: 'none' },
  members: ['group:default/team-ds', 'user:default/ann'],
};
