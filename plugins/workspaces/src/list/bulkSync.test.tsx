import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accessOf,
  aList,
  apiError,
  aWorkspace,
} from '../__testUtils__/fixtures';
import { aSync } from '../__testUtils__/iam';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { WorkspaceListContent } from './WorkspaceListContent';

const lead = { access: accessOf('admin') };

async function selectAll(api: MockWorkspacesApi) {
  renderWithApis(<WorkspaceListContent />, { api, at: '/workspaces' });
  await userEvent.click(
    await screen.findByRole('checkbox', { name: 'Select all on this page' }),
  );
}

describe('Sync IAM of several workspaces', () => {
  it('should report on all of them together, for a lead', async () => {
    const refused = await apiError({
      status: 409,
      code: 'WorkspaceDeleting',
      message: 'The workspace is being deleted.',
    });
    const api = mockWorkspacesApi({
      listWorkspaces: async () =>
        aList([
          aWorkspace(lead),
          aWorkspace({ ...lead, id: 'beta', displayName: 'Beta' }),
          aWorkspace({ ...lead, id: 'gamma', displayName: 'Gamma' }),
        ]),
      syncIam: jest.fn(async id => {
        if (id === 'gamma') {
          throw refused;
        }
        return aSync(
          id === 'beta'
            ? {
                total: 3,
                updated: 0,
                unchanged: 2,
                failed: 1,
                failures: [
                  {
                    reason: 'ServiceAccountConflict',
                    message: 'user-bob in beta-notebooks is not ours.',
                  },
                ],
              }
            : {},
        );
      }),
    });
    await selectAll(api);
    await userEvent.click(screen.getByRole('button', { name: 'Sync IAM' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.syncIam).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Sync all' }));
    expect(
      await dialog.findByText(
        '2 of 3 synced, 1 refused. 30 ServiceAccounts: 1 updated, 28 unchanged, 1 failed.',
      ),
    ).toBeInTheDocument();
    expect(
      dialog.getByText('user-bob in beta-notebooks is not ours.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/refused: The workspace is being deleted/),
    ).toBeInTheDocument();
  });

  it('should not let a lead retry', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: async () => aList([aWorkspace(lead)]),
    });
    await selectAll(api);
    const retry = screen.getByRole('button', { name: 'Retry' });
    expect(retry).toHaveAttribute(
      'title',
      'You may not do this with any of the selected workspaces.',
    );
    await userEvent.click(retry);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('should leave workspaces out that the reader may not sync', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: async () =>
        aList([
          aWorkspace(lead),
          aWorkspace({
            id: 'beta',
            displayName: 'Beta',
            access: accessOf('user'),
          }),
        ]),
    });
    await selectAll(api);
    await userEvent.click(screen.getByRole('button', { name: 'Sync IAM' }));
    expect(
      await screen.findByRole('dialog', { name: 'Sync IAM of 1 workspace' }),
    ).toBeInTheDocument();
  });
});
