import { describePlan } from './describePlan';

describe('describePlan', () => {
  it('should list changes with their fields, what stays and what is in the way', () => {
    expect(
      describePlan({
        kind: 'repair',
        workspaceId: 'team-a',
        cluster: 'local',
        changes: [
          {
            step: 'namespaces',
            action: 'create',
            object: { apiVersion: 'v1', kind: 'Namespace', name: 'team-a-x' },
            fields: [{ path: 'metadata.name', after: 'team-a-x' }],
          },
          {
            step: 'resource-quota',
            action: 'update',
            object: {
              apiVersion: 'v1',
              kind: 'ResourceQuota',
              namespace: 'team-a-y',
              name: 'workspace',
            },
            fields: [
              { path: 'spec.hard.pods', before: '8', after: '16' },
              { path: 'spec.scopes', after: ['BestEffort'] },
            ],
          },
        ],
        problems: [{ reason: 'NamespaceConflict', message: 'It exists.' }],
        leftBehind: ['The data of the team'],
      }),
    ).toEqual([
      'Plan: 2 changes in cluster local',
      '+ Namespace team-a-x',
      '~ ResourceQuota team-a-y/workspace',
      '    spec.hard.pods: 8 → 16',
      '    spec.scopes: (absent) → ["BestEffort"]',
      'Stays behind: The data of the team',
      '✕ It exists. (NamespaceConflict)',
    ]);
  });
});
