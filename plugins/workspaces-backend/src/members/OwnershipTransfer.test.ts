import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { organisationWithRegistered } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { GroupDirectory } from '../membership/GroupDirectory';
import { ChangeRecorder } from '../service/ChangeRecorder';
import type { WorkspaceStore } from '../types';
import { OwnershipTransfer } from './OwnershipTransfer';

const INSIGHTS = 'group:default/insights';

describe('OwnershipTransfer', () => {
  const workspace = storedWorkspace({
    owner: 'group:default/data',
    revision: 4,
    members: [{ subject: INSIGHTS, role: 'viewer' }],
  });

  const start = (transfer: WorkspaceStore['transfer']) => {
    const { catalog } = organisationWithRegistered('group:default/team-alpha');
    const store = {
      transfer: jest.fn(transfer),
      addActivity: jest.fn(async () => undefined),
      findByUid: async () => storedWorkspace({ revision: 5 }),
    };
    const kick = jest.fn();
    const ownership = new OwnershipTransfer({
      store,
      groups: new GroupDirectory({
        catalog,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
      }),
      recorder: new ChangeRecorder({
        store,
        listener: {
          workspaceChanged: () => undefined,
          phaseChanged: () => undefined,
          workspaceGone: () => undefined,
        },
        reconciler: { kick },
      }),
      workspacesPerGroup: 3,
    });
    const to = (owner: string) =>
      ownership.transfer(
        workspace,
        { revision: 4, owner },
        {
          credentials: mockCredentials.user('user:default/ada'),
          userRef: 'user:default/ada',
          groups: [],
          refs: new Set(),
          isPortalAdmin: true,
        },
      );
    return { to, store, kick };
  };

  it('should store the owner, tell what became of its row, and have it worked on', async () => {
    const { to, store, kick } = start(async () =>
      storedWorkspace({ owner: INSIGHTS, members: [] }),
    );
    await to('Group:Insights');
    expect(store.transfer).toHaveBeenCalledWith(workspace.uid, 4, {
      owner: INSIGHTS,
      limit: 3,
    });
    expect(store.addActivity).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({
        action: 'transferred',
        actor: 'user:default/ada',
        details: {
          before: 'group:default/data',
          after: INSIGHTS,
          roleBefore: 'viewer',
        },
      }),
    );
    expect(kick).toHaveBeenCalled();
  });

  it.each([
    ['the present owner', 'group:default/data', 'ValidationFailed'],
    ['a Group that does not exist', 'group:default/nobody', 'GroupNotFound'],
    [
      'a Group that is not trusted',
      'group:default/team-alpha',
      'GroupNotFound',
    ],
  ])(
    'should refuse %s before anything is stored',
    async (_name, owner, code) => {
      const { to, store } = start(async () => workspace);
      await expect(to(owner)).rejects.toMatchObject({ code });
      expect(store.transfer).not.toHaveBeenCalled();
    },
  );

  it('should refuse a revision that became stale meanwhile', async () => {
    const { to, kick } = start(async () => undefined);
    await expect(to(INSIGHTS)).rejects.toMatchObject({
      code: 'RevisionConflict',
      current: 5,
    });
    expect(kick).not.toHaveBeenCalled();
  });

  it.each([
    [{ code: 'GroupLimitReached', message: 'Full.' }, 'GroupLimitReached'],
    [{ code: 'SQLITE_BUSY', message: 'Locked.' }, 'SQLITE_BUSY'],
  ])('should pass on %s of the store', async (error, code) => {
    const { to } = start(async () => {
      throw Object.assign(new Error(error.message), error);
    });
    await expect(to(INSIGHTS)).rejects.toMatchObject({ code });
  });
});
