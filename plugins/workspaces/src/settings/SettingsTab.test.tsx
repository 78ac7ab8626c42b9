import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  accessOf,
  aChange,
  apiError,
  aPlan,
  aWorkspace,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { SettingsTab } from './SettingsTab';

function renderSettings(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace(),
) {
  const onChanged = jest.fn();
  renderWithApis(<SettingsTab workspace={workspace} onChanged={onChanged} />, {
    api,
  });
  return onChanged;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('SettingsTab', () => {
  it('should show the plan of a change, and change only when it is applied', async () => {
    const api = mockWorkspacesApi();
    const onChanged = renderSettings(api);
    await userEvent.click(await button(/Quota profile/));
    await userEvent.click(await screen.findByRole('option', { name: 'Large' }));
    expect(
      screen.getByText('In each namespace: CPU requests 16'),
    ).toBeInTheDocument();
    await userEvent.click(await button('Show the plan'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('spec.hard.pods')).toBeInTheDocument();
    expect(dialog.getByText('20')).toBeInTheDocument();
    expect(dialog.getByText('80')).toBeInTheDocument();
    const changes = { quotaProfile: 'large' };
    expect(api.planWorkspace).toHaveBeenCalledWith('data-science', {
      kind: 'change',
      changes,
    });
    expect(api.updateWorkspace).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Apply 1 change' }),
    );
    expect(api.updateWorkspace).toHaveBeenCalledWith('data-science', {
      revision: 7,
      changes,
    });
    expect(
      await screen.findByText('Saved. The cluster is being brought in line.'),
    ).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalled();
  });

  it('should change nothing when the plan is cancelled, and give the focus back', async () => {
    const api = mockWorkspacesApi();
    renderSettings(api);
    const name = await screen.findByRole('textbox', { name: 'Display name' });
    await userEvent.type(name, ' 2');
    const show = await button('Show the plan');
    await userEvent.click(show);
    await userEvent.click(await button('Cancel'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(show).toHaveFocus();
    expect(name).toHaveValue('Data Science 2');
    expect(api.updateWorkspace).not.toHaveBeenCalled();
  });

  it('should save what changes nothing in the cluster', async () => {
    const api = mockWorkspacesApi({
      planWorkspace: async () => aPlan({ changes: [] }),
    });
    renderSettings(api);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Description' }),
      ' More.',
    );
    await userEvent.click(await button('Show the plan'));
    expect(
      await screen.findByText('Nothing would change in cluster eks-prod-eu.'),
    ).toBeInTheDocument();
    await userEvent.click(await button('Save'));
    expect(api.updateWorkspace).toHaveBeenCalledWith('data-science', {
      revision: 7,
      changes: { description: 'Builds models. More.' },
    });
  });

  it('should not send a display name that breaks a rule', async () => {
    renderSettings(mockWorkspacesApi());
    await userEvent.clear(
      await screen.findByRole('textbox', { name: 'Display name' }),
    );
    expect(
      screen.getByText('The display name needs at least 1 character.'),
    ).toBeInTheDocument();
    expect(await button('Show the plan')).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('should say that somebody else changed it meanwhile, and make the plan again', async () => {
    const api = mockWorkspacesApi();
    api.updateWorkspace.mockRejectedValueOnce(
      await apiError({
        status: 409,
        code: 'RevisionConflict',
        message: 'The workspace changed since it was read.',
      }),
    );
    renderSettings(api);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Display name' }),
      '!',
    );
    await userEvent.click(await button('Show the plan'));
    await userEvent.click(await button('Apply 1 change'));
    expect(
      await screen.findByText('The workspace changed since it was read.'),
    ).toBeInTheDocument();
    api.planWorkspace.mockResolvedValue(aPlan({ revision: 8 }));
    await userEvent.click(await button('Make the plan again'));
    await userEvent.click(await button('Apply 1 change'));
    await waitFor(() =>
      expect(api.updateWorkspace).toHaveBeenLastCalledWith(
        'data-science',
        expect.objectContaining({ revision: 8 }),
      ),
    );
  });

  it('should let an admin of the workspace name it, and nothing more', async () => {
    renderSettings(
      mockWorkspacesApi(),
      aWorkspace({ access: accessOf('admin') }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'Display name' }),
    ).toBeEnabled();
    expect(screen.getByLabelText('Expires on')).toBeDisabled();
    expect(
      screen.getByRole('checkbox', { name: 'Protected from deletion' }),
    ).toBeDisabled();
    for (const name of [
      'Check now',
      'Show what adopting would change',
      'Delete…',
    ]) {
      expect(await button(name)).toHaveAttribute('aria-disabled', 'true');
    }
    expect(await button('Show what it would do')).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('should let a viewer change nothing', async () => {
    renderSettings(
      mockWorkspacesApi(),
      aWorkspace({ access: accessOf('viewer') }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'Display name' }),
    ).toBeDisabled();
    expect(await button('Show what it would do')).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('should say that the policy, not the role, takes a right away', async () => {
    renderSettings(
      mockWorkspacesApi(),
      aWorkspace({ access: { role: 'portal-admin', permissions: ['read'] } }),
    );
    expect(await button('Delete…')).toHaveAttribute(
      'title',
      'The permission policy does not let you do this.',
    );
  });

  describe('deletion', () => {
    const deletion = aPlan({
      kind: 'delete',
      changes: [
        aChange({
          action: 'delete',
          object: {
            apiVersion: 'v1',
            kind: 'Namespace',
            name: 'data-science-notebooks',
          },
          fields: [],
        }),
      ],
      leftBehind: ['The data in s3://example/data-science'],
    });

    it('should count what goes, name what stays, and want the id typed', async () => {
      const api = mockWorkspacesApi({ planWorkspace: async () => deletion });
      renderSettings(api);
      await userEvent.click(await button('Delete…'));
      const dialog = within(await screen.findByRole('dialog'));
      expect(
        await dialog.findByText('delete: 1 Namespace'),
      ).toBeInTheDocument();
      expect(
        dialog.getByText('The data in s3://example/data-science'),
      ).toBeInTheDocument();
      const confirm = dialog.getByRole('button', {
        name: 'Delete data-science',
      });
      const field = dialog.getByRole('textbox');
      await userEvent.type(field, 'data-scienc');
      await userEvent.click(confirm);
      expect(api.deleteWorkspace).not.toHaveBeenCalled();
      await userEvent.type(field, 'e');
      await userEvent.click(confirm);
      expect(api.deleteWorkspace).toHaveBeenCalledWith('data-science', {
        revision: 7,
        confirmation: 'data-science',
      });
    });

    it('should be refused while the workspace is protected', async () => {
      renderSettings(mockWorkspacesApi(), aWorkspace({ protected: true }));
      const refused = await button('Delete…');
      expect(refused).toHaveAttribute(
        'title',
        'Switch the protection off first.',
      );
      await userEvent.click(refused);
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });

    it('should say why the plan could not be made', async () => {
      const error = await apiError({
        status: 503,
        code: 'ClusterUnreachable',
        message: 'The cluster eks-prod-eu did not answer.',
      });
      renderSettings(
        mockWorkspacesApi({ planWorkspace: () => Promise.reject(error) }),
      );
      await userEvent.click(await button('Delete…'));
      expect(await screen.findByRole('alert')).toHaveTextContent(
        /did not answer.*What to do: Check that the cluster is up/,
      );
      expect(
        screen.queryByRole('button', { name: 'Delete data-science' }),
      ).not.toBeInTheDocument();
    });
  });
});
