import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { IamSync } from '@team-workspaces/backstage-plugin-workspaces-common';
import { mockApi, mockRefusal } from '../testUtils';
import { createWorkspacesIamSyncAction } from './iamSync';

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesIamSyncAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

const workspaceId = 'team-a';
const clean: IamSync = {
  at: '2026-01-01T10:00:00.000Z',
  by: 'user:default/ann',
  total: 6,
  updated: 2,
  unchanged: 4,
  failed: 0,
  failures: [],
};
const broken: IamSync = {
  ...clean,
  unchanged: 3,
  failed: 1,
  failures: [
    {
      reason: 'ServiceAccountConflict',
      message: 'user-ann in team-a-notebooks is not ours.',
      hint: 'Delete it.',
    },
  ],
};
const failure =
  'user-ann in team-a-notebooks is not ours. (ServiceAccountConflict) What to do: Delete it.';

describe('workspaces:iam:sync', () => {
  it('should sync as the initiator and put out the counts, each time', async () => {
    const syncIam = jest
      .fn()
      .mockResolvedValueOnce(clean)
      .mockResolvedValueOnce({ ...clean, updated: 0, unchanged: 6 });
    const action = actionOf({ syncIam });
    const context = createMockActionContext({ input: { workspaceId } });
    await action.handler(context);
    expect(syncIam).toHaveBeenCalledWith(workspaceId, {
      token: expect.any(String),
    });
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual({
      workspaceId,
      total: 6,
      updated: 2,
      unchanged: 4,
      failed: 0,
      failures: [],
    });
    const again = createMockActionContext({ input: { workspaceId } });
    await action.handler(again);
    expect(again.output).toHaveBeenCalledWith('updated', 0);
  });

  it('should fail with the reasons, after having put out the counts', async () => {
    const context = createMockActionContext({ input: { workspaceId } });
    await expect(
      actionOf({ syncIam: async () => broken }).handler(context),
    ).rejects.toThrow(
      `1 of 6 ServiceAccounts of the team workspace "team-a" could not be written. ${failure}`,
    );
    expect(context.output).toHaveBeenCalledWith('failed', 1);
  });

  it('should only warn of failures when they are allowed', async () => {
    const context = createMockActionContext({
      input: { workspaceId, allowFailures: true },
    });
    const warn = jest.spyOn(context.logger, 'warn');
    await actionOf({ syncIam: async () => broken }).handler(context);
    expect(context.output).toHaveBeenCalledWith('failures', [failure]);
    expect(warn).toHaveBeenCalledWith(`✕ ${failure}`);
  });

  it('should fail for a workspace that cannot be found', async () => {
    const refusal = await mockRefusal(404, {
      message: 'There is no such workspace.',
      code: 'WorkspaceNotFound',
    });
    await expect(
      actionOf({ syncIam: () => Promise.reject(refusal) }).handler(
        createMockActionContext({ input: { workspaceId } }),
      ),
    ).rejects.toThrow('There is no such workspace. (WorkspaceNotFound)');
  });

  it('should only look in a dry run', async () => {
    const context = createMockActionContext({ input: { workspaceId } });
    await actionOf({
      listServiceAccounts: async () => ({
        items: [
          { namespace: 'team-a-notebooks', name: 'user-ann', state: 'foreign' },
          { namespace: 'team-a-notebooks', name: 'user-bob', state: 'missing' },
        ],
      }),
    }).handler({ ...context, isDryRun: true });
    expect(context.output).toHaveBeenCalledWith('updated', 1);
    expect(context.output).toHaveBeenCalledWith('failed', 1);
    expect(context.output).toHaveBeenCalledWith('plan', [
      '✕ ServiceAccount team-a-notebooks/user-ann',
      '+ ServiceAccount team-a-notebooks/user-bob',
    ]);
  });
});
