import type { WorkspaceChanges } from '@team-workspaces/backstage-plugin-workspaces-common';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import { AuthorizedWorkspacesService } from './AuthorizedWorkspacesService';
import type { WorkspacesService } from './WorkspacesService';

const caller = {} as Caller;

describe('AuthorizedWorkspacesService', () => {
  const start = () => {
    const workspace = storedWorkspace();
    const authorizer = {
      requireAccess: jest.fn(async () => undefined),
      require: jest.fn(async () => workspace),
      requireCreate: jest.fn(async () => undefined),
      readable: jest.fn(async () => 'none' as const),
    };
    const inner = {
      update: jest.fn(async () => workspace),
      create: jest.fn(async () => workspace),
      list: jest.fn(),
    };
    const service = new AuthorizedWorkspacesService({
      service: inner as unknown as WorkspacesService,
      authorizer: authorizer as unknown as WorkspaceAuthorizer,
      store: { findById: async () => workspace },
    });
    return { service, inner, authorizer };
  };

  it.each<[string, WorkspaceChanges, string[]]>([
    ['a name', { displayName: 'New' }, ['update']],
    ['a description', { description: '' }, ['update']],
    ['a quota profile', { quotaProfile: 'large' }, ['manage']],
    ['protection', { protected: false }, ['manage']],
    ['no expiry', { expiresAt: null }, ['manage']],
    [
      'both kinds',
      { displayName: 'New', protected: true },
      ['update', 'manage'],
    ],
    ['nothing', {}, ['update']],
  ])(
    'should want for %s the permissions of it',
    async (_name, changes, wanted) => {
      const { service, authorizer } = start();
      await service.update('alpha', { revision: 1, changes }, caller);
      expect(
        authorizer.require.mock.calls.map(call => call[3 as never]),
      ).toEqual(wanted);
    },
  );

  it('should not reach the service when it is refused', async () => {
    const { service, inner, authorizer } = start();
    authorizer.require.mockRejectedValue(new Error('refused'));
    const change = { revision: 1, changes: {} };
    await expect(service.update('alpha', change, caller)).rejects.toThrow();
    authorizer.requireAccess.mockRejectedValue(new Error('refused'));
    const request = { id: 'a1', displayName: 'A', owner: 'team' };
    await expect(service.create(request, caller)).rejects.toThrow();
    expect(inner.update).not.toHaveBeenCalled();
    expect(inner.create).not.toHaveBeenCalled();
  });

  it('should check the full ref of the owner', async () => {
    const { service, authorizer } = start();
    await service.create({ id: 'a1', displayName: 'A', owner: 'Team' }, caller);
    expect(authorizer.requireCreate).toHaveBeenCalledWith(
      caller,
      'group:default/team',
    );
  });

  it('should list nothing without asking where nothing may be read', async () => {
    const { service, inner } = start();
    const page = await service.list(
      { scope: 'all', limit: 10, offset: 0 },
      caller,
    );
    expect(page).toEqual({
      items: [],
      totalItems: 0,
      counts: { mine: 0, all: 0, attention: 0 },
    });
    expect(inner.list).not.toHaveBeenCalled();
  });
});
