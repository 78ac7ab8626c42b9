import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  mockApi,
  mockCondition,
  mockRefusal,
  mockStream,
  mockWorkspace,
} from '../testUtils';
import { createWorkspacesDeleteAction } from './delete';

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesDeleteAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

const plan: Plan = {
  kind: 'delete',
  workspaceId: 'team-a',
  cluster: 'local',
  changes: [
    {
      step: 'namespaces',
      action: 'delete',
      object: { apiVersion: 'v1', kind: 'Namespace', name: 'team-a-notebooks' },
      fields: [],
    },
  ],
  problems: [],
  leftBehind: ['The data of the team'],
};
const input = { id: 'team-a', confirmation: 'team-a' };
const known = { id: 'team-a', createdAt: mockWorkspace().createdAt };

describe('workspaces:delete', () => {
  it('should delete the workspace and wait until it is gone', async () => {
    const deleteWorkspace = jest
      .fn()
      .mockResolvedValue(mockWorkspace({ phase: 'deleting' }));
    const action = actionOf({
      deleteWorkspace,
      getWorkspace: async () => mockWorkspace({ revision: 4 }),
      planWorkspace: async () => plan,
      followWorkspace: mockStream([
        { type: 'workspace', workspace: mockWorkspace({ phase: 'deleting' }) },
        { type: 'gone' },
      ]),
    });
    const context = createMockActionContext({ input });
    await action.handler(context);
    expect(deleteWorkspace).toHaveBeenCalledWith(
      'team-a',
      { revision: 4, confirmation: 'team-a' },
      { token: expect.any(String) },
    );
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual({
      id: 'team-a',
      gone: true,
      leftBehind: ['The data of the team'],
    });
  });

  it('should refuse another confirmation before asking anybody', async () => {
    await expect(
      actionOf({}).handler(
        createMockActionContext({ input: { ...input, confirmation: 'team' } }),
      ),
    ).rejects.toThrow('The confirmation "team" is not the id "team-a".');
  });

  it('should not wait when told so', async () => {
    const action = actionOf({
      deleteWorkspace: async () => mockWorkspace({ phase: 'deleting' }),
      getWorkspace: async () => mockWorkspace(),
      planWorkspace: async () => plan,
    });
    const context = createMockActionContext({
      input: { ...input, wait: false },
    });
    await action.handler(context);
    expect(context.output).toHaveBeenCalledWith('gone', false);
  });

  it('should succeed when an earlier run has deleted it, and leave a new one alone', async () => {
    const refusal = await mockRefusal(404, { message: 'no', code: 'x' });
    const checkpoint = jest
      .fn()
      .mockResolvedValue({ ...known, leftBehind: [] });
    for (const getWorkspace of [
      () => Promise.reject(refusal),
      async () => mockWorkspace({ createdAt: '2026-05-05T00:00:00.000Z' }),
    ]) {
      const context = createMockActionContext({ input });
      await actionOf({ getWorkspace }).handler({ ...context, checkpoint });
      expect(context.output).toHaveBeenCalledWith('gone', true);
    }
    expect(checkpoint.mock.calls[0][0].key).toBe('workspaces.delete.team-a');
  });

  it('should fail for a workspace that cannot be found', async () => {
    const refusal = await mockRefusal(404, {
      message: 'There is no such workspace.',
      code: 'WorkspaceNotFound',
    });
    const action = actionOf({
      getWorkspace: () => Promise.reject(refusal),
      planWorkspace: () => Promise.reject(refusal),
    });
    await expect(
      action.handler(createMockActionContext({ input })),
    ).rejects.toThrow('There is no such workspace. (WorkspaceNotFound)');
  });

  it('should fail with what holds the deletion up', async () => {
    const action = actionOf({
      deleteWorkspace: async () => mockWorkspace({ phase: 'deleting' }),
      getWorkspace: async () => mockWorkspace(),
      planWorkspace: async () => plan,
      followWorkspace: mockStream([
        {
          type: 'workspace',
          workspace: mockWorkspace({
            phase: 'error',
            conditions: [
              mockCondition({
                status: 'False',
                reason: 'NamespaceStuckTerminating',
                message: 'The finalizer example.com/hold holds it.',
                hint: 'Remove it.',
              }),
            ],
          }),
        },
      ]),
    });
    await expect(
      action.handler(createMockActionContext({ input })),
    ).rejects.toThrow(
      'Team workspace "team-a" could not be deleted. Namespaces: The finalizer example.com/hold holds it. (NamespaceStuckTerminating) What to do: Remove it. See /workspaces/team-a',
    );
  });

  it('should only plan in a dry run', async () => {
    const context = createMockActionContext({ input });
    await actionOf({ planWorkspace: async () => plan }).handler({
      ...context,
      isDryRun: true,
    });
    expect(context.output).toHaveBeenCalledWith('gone', false);
    expect(context.output).toHaveBeenCalledWith('plan', [
      'Plan: 1 change in cluster local',
      '- Namespace team-a-notebooks',
      'Stays behind: The data of the team',
    ]);
  });
});
