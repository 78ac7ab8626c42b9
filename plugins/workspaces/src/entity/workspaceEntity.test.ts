import { isTeamWorkspace, workspaceIdOf } from './workspaceEntity';

const resource = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'alpha',
    annotations: { 'team-workspaces.dev/workspace': 'alpha' },
  },
  spec: { type: 'workspace', owner: 'team-alpha' },
};

describe('isTeamWorkspace', () => {
  it('should know the Resource of a workspace', () => {
    expect(isTeamWorkspace(resource)).toBe(true);
    expect(workspaceIdOf(resource)).toBe('alpha');
  });

  it.each([
    ['another type', { ...resource, spec: { type: 'database' } }],
    ['no annotation', { ...resource, metadata: { name: 'alpha' } }],
    ['the Group of its members', { ...resource, kind: 'Group' }],
  ])('should refuse %s', (_what, entity) => {
    expect(isTeamWorkspace(entity)).toBe(false);
  });
});
