import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { WorkspacesApi } from '@team-workspaces/backstage-plugin-workspaces-common';
import { mockApi, mockRefusal, mockWorkspace } from '../testUtils';
import { InitiatorApi } from './InitiatorApi';
import { requestDeletion } from './requestDeletion';

describe('requestDeletion', () => {
  const apiOf = (methods: Partial<WorkspacesApi>) =>
    new InitiatorApi(
      { api: mockApi(methods), auth: mockServices.auth() },
      { getInitiatorCredentials: async () => mockCredentials.user() },
    );

  it('should read the workspace again when it changed meanwhile', async () => {
    const deleteWorkspace = jest
      .fn()
      .mockRejectedValueOnce(
        await mockRefusal(409, { message: 'x', code: 'RevisionConflict' }),
      )
      .mockResolvedValueOnce(mockWorkspace({ phase: 'deleting' }));
    const getWorkspace = jest
      .fn()
      .mockResolvedValue(mockWorkspace({ revision: 7 }));
    await requestDeletion(
      apiOf({ deleteWorkspace, getWorkspace }),
      mockWorkspace({ revision: 6 }),
    );
    expect(deleteWorkspace.mock.calls.map(([id, body]) => [id, body])).toEqual([
      ['team-a', { revision: 6, confirmation: 'team-a' }],
      ['team-a', { revision: 7, confirmation: 'team-a' }],
    ]);
  });

  it('should not delete another workspace that got the id meanwhile', async () => {
    const deleteWorkspace = jest
      .fn()
      .mockRejectedValueOnce(
        await mockRefusal(409, { message: 'x', code: 'RevisionConflict' }),
      );
    const getWorkspace = jest
      .fn()
      .mockResolvedValue(mockWorkspace({ createdAt: '2026-02-02T00:00:00Z' }));
    await requestDeletion(
      apiOf({ deleteWorkspace, getWorkspace }),
      mockWorkspace(),
    );
    expect(deleteWorkspace).toHaveBeenCalledTimes(1);
  });

  it('should ask nothing of a workspace that is being deleted', async () => {
    await expect(
      requestDeletion(apiOf({}), mockWorkspace({ phase: 'deleting' })),
    ).resolves.toBeUndefined();
  });

  it('should pass on that a workspace is protected', async () => {
    const refusal = await mockRefusal(409, {
      message: 'Protected.',
      code: 'WorkspaceProtected',
    });
    const deleteWorkspace = jest.fn().mockRejectedValue(refusal);
    await expect(
      requestDeletion(apiOf({ deleteWorkspace }), mockWorkspace()),
    ).rejects.toBe(refusal);
  });
});
