import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mockApi, mockRefusal, mockWorkspace } from '../testUtils';
import { createWorkspacesCreateAction } from './create';

const input = {
  id: 'team-a',
  displayName: 'Team A',
  owner: 'group:default/team-a',
};

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesCreateAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

describe('workspaces:create', () => {
  it('should request the workspace and put out what it is', async () => {
    const createWorkspace = jest.fn().mockResolvedValue(mockWorkspace());
    const action = actionOf({
      createWorkspace,
      getWorkspace: async () => mockWorkspace(),
    });
    const context = createMockActionContext({
      input: {
        ...input,
        owner: 'Team-A',
        displayName: ' Team A ',
        description: '',
        cluster: '',
        quotaProfile: 'large',
      },
    });
    await action.handler(context);
    expect(createWorkspace).toHaveBeenCalledWith(
      { ...input, quotaProfile: 'large' },
      { token: expect.any(String) },
    );
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual({
      id: 'team-a',
      displayName: 'Team A',
      phase: 'pending',
      namespaces: ['team-a-notebooks'],
      link: '/workspaces/team-a',
    });
  });

  it('should succeed when it runs twice', async () => {
    const action = actionOf({
      createWorkspace: async () => mockWorkspace(),
      getWorkspace: async () => mockWorkspace({ phase: 'active' }),
    });
    const context = createMockActionContext({ input });
    await action.handler(context);
    await action.handler(context);
    expect(context.output).toHaveBeenLastCalledWith(
      'link',
      '/workspaces/team-a',
    );
    expect(context.output).toHaveBeenCalledWith('phase', 'active');
  });

  it.each([
    ['is gone', mockRefusal(404, { message: 'x', code: 'WorkspaceNotFound' })],
    [
      'was made again by somebody',
      mockWorkspace({ createdAt: '2026-03-03T00:00:00.000Z' }),
    ],
  ])(
    'should not request it again when the one of an earlier run %s',
    async (_what, answer) => {
      const action = actionOf({
        getWorkspace: async () => {
          const result = await answer;
          if (result instanceof Error) {
            throw result;
          }
          return result;
        },
      });
      const checkpoint = jest.fn().mockResolvedValue({
        id: 'team-a',
        createdAt: '2026-01-01T10:00:00.000Z',
      });
      await expect(
        action.handler({ ...createMockActionContext({ input }), checkpoint }),
      ).rejects.toThrow('it was deleted since');
      expect(checkpoint.mock.calls[0][0].key).toBe('workspaces.create.team-a');
    },
  );

  it('should say why a different workspace of the same id is in the way', async () => {
    const refusal = await mockRefusal(409, {
      message: 'The id "team-a" is taken.',
      code: 'WorkspaceConflict',
    });
    const action = actionOf({
      createWorkspace: () => Promise.reject(refusal),
    });
    await expect(
      action.handler(createMockActionContext({ input })),
    ).rejects.toThrow('The id "team-a" is taken. (WorkspaceConflict)');
  });

  it('should refuse an owner that is no entity ref before asking anybody', async () => {
    await expect(
      actionOf({}).handler(
        createMockActionContext({ input: { ...input, owner: ':x' } }),
      ),
    ).rejects.toThrow(/entity reference/i);
  });

  it('should only plan in a dry run', async () => {
    const action = actionOf({
      planCreation: async () => ({
        kind: 'create',
        workspaceId: 'team-a',
        cluster: 'local',
        changes: [
          {
            step: 'namespaces',
            action: 'create',
            object: {
              apiVersion: 'v1',
              kind: 'Namespace',
              name: 'team-a-notebooks',
            },
            fields: [],
          },
        ],
        problems: [],
        leftBehind: [],
      }),
    });
    const context = createMockActionContext({ input });
    await action.handler({ ...context, isDryRun: true });
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual(
      expect.objectContaining({
        namespaces: ['team-a-notebooks'],
        plan: [
          'Plan: 1 change in cluster local',
          '+ Namespace team-a-notebooks',
        ],
      }),
    );
  });
});
