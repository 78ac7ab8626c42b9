import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { StoredMember, StoredWorkspace } from '../types';

/** A workspace as the store gives it, for tests without one. */
export function storedWorkspace(
  fields: Partial<Omit<StoredWorkspace, 'members'>> & {
    readonly members?: readonly (WorkspaceMember & Partial<StoredMember>)[];
  } = {},
): StoredWorkspace {
  return {
    uid: 'uid-alpha',
    id: 'alpha',
    displayName: 'Alpha',
    description: '',
    owner: 'group:default/team-ds',
    cluster: 'local',
    quotaProfile: 'small',
    isDefault: false,
    protected: false,
    expiresAt: undefined,
    namespaces: [
      {
        name: 'alpha-notebooks',
        suffix: 'notebooks',
        networkProfile: 'notebooks',
      },
    ],
    phase: 'pending',
    generation: 1,
    observedGeneration: 0,
    revision: 1,
    createdBy: 'user:default/dana',
    createdAt: '2026-01-01T00:00:00.000Z',
    conditions: [],
    creationToken: 'token',
    updatedAt: '2026-01-01T00:00:00.000Z',
    deletionRequestedAt: undefined,
    deletionRequestedBy: undefined,
    lastPassAt: undefined,
    nextAttemptAt: undefined,
    attempts: 0,
    version: 1,
    iam: { mode: 'none' },
    lastIamSync: undefined,
    ...fields,
    members: (
      fields.members ?? [{ subject: 'user:default/dana', role: 'admin' }]
    ).map(member => ({
      source: 'requester',
      addedBy: undefined,
      addedAt: undefined,
      ...member,
    })),
  };
}
