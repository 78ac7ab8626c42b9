import { startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderModuleWorkspaces } from './module';

describe('scaffolderModuleWorkspaces', () => {
  it('should add the actions', async () => {
    const addActions = jest.fn();
    await startTestBackend({
      extensionPoints: [[scaffolderActionsExtensionPoint, { addActions }]],
      features: [scaffolderModuleWorkspaces],
    });
    expect(addActions.mock.calls.flat().map(({ id }) => id)).toEqual([
      'workspaces:create',
      'workspaces:await',
      'workspaces:delete',
      'workspaces:members:add',
      'workspaces:iam:set-role',
      'workspaces:iam:sync',
    ]);
  });
});
