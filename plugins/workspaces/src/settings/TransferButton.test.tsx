import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessOf, apiError, aWorkspace } from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { anImpact } from '../__testUtils__/people';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { TransferButton } from './TransferButton';

const group = (name: string, displayName: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', profile: { displayName }, children: [] },
});

function renderButton(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace(),
) {
  const onTransferred = jest.fn();
  api.previewMember.mockResolvedValue(anImpact({ people: [] }));
  renderWithApis(
    <TransferButton workspace={workspace} onTransferred={onTransferred} />,
    {
      api,
      entities: [group('vectors', 'Vectors'), group('team-ds', 'Data Science')],
    },
  );
  return onTransferred;
}

async function chooseVectors() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Transfer…' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('textbox', { name: 'New owner' }));
  await userEvent.click(await screen.findByRole('option', { name: /Vectors/ }));
  return dialog;
}

describe('TransferButton', () => {
  it('should give the workspace after showing who loses access', async () => {
    const api = mockWorkspacesApi();
    const onTransferred = renderButton(api);
    const dialog = await chooseVectors();
    expect(
      await dialog.findByText(
        'Ann loses access to 1 namespace and 3 ServiceAccounts.',
      ),
    ).toBeInTheDocument();
    expect(api.planWorkspace).toHaveBeenCalledWith('data-science', {
      kind: 'transfer',
      owner: 'group:default/vectors',
    });
    expect(dialog.getByText(/^Plan: 1 change/)).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Show every object' }),
    );
    expect(dialog.getByText('spec.hard.pods')).toBeInTheDocument();
    expect(api.transferWorkspace).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Give it to Vectors' }),
    );
    await waitFor(() => expect(onTransferred).toHaveBeenCalled());
    expect(api.transferWorkspace).toHaveBeenCalledWith('data-science', {
      revision: 7,
      owner: 'group:default/vectors',
    });
  });

  it('should not offer the present owner', async () => {
    renderButton(mockWorkspacesApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Transfer…' }),
    );
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'New owner' }),
    );
    expect(
      await screen.findByRole('option', { name: /owner already/ }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('should say why it is refused', async () => {
    const api = mockWorkspacesApi();
    renderButton(api);
    api.transferWorkspace.mockRejectedValueOnce(
      await apiError({
        status: 409,
        code: 'GroupLimitReached',
        message: 'Vectors has 5 workspaces already.',
      }),
    );
    const dialog = await chooseVectors();
    await dialog.findByText(/Ann loses/);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Give it to Vectors' }),
    );
    expect(
      await dialog.findByText('Vectors has 5 workspaces already.'),
    ).toBeInTheDocument();
  });

  it('should read again when somebody was faster, and say so', async () => {
    const api = mockWorkspacesApi();
    renderButton(api);
    api.transferWorkspace.mockRejectedValueOnce(
      await apiError({
        status: 409,
        code: 'RevisionConflict',
        message: 'It changed.',
      }),
    );
    const dialog = await chooseVectors();
    await dialog.findByText(/Ann loses/);
    api.getWorkspace.mockResolvedValue(aWorkspace({ revision: 9 }));
    const give = dialog.getByRole('button', { name: 'Give it to Vectors' });
    await userEvent.click(give);
    expect(
      await dialog.findByText(/Somebody changed the workspace meanwhile/),
    ).toBeInTheDocument();
    await dialog.findByText(/Ann loses/);
    await userEvent.click(give);
    await waitFor(() =>
      expect(api.transferWorkspace).toHaveBeenLastCalledWith('data-science', {
        revision: 9,
        owner: 'group:default/vectors',
      }),
    );
  });

  it('should tell a lead who may', async () => {
    renderButton(
      mockWorkspacesApi(),
      aWorkspace({ access: accessOf('admin') }),
    );
    const button = await screen.findByRole('button', { name: 'Transfer…' });
    await waitFor(() =>
      expect(button).toHaveAttribute(
        'title',
        'Only portal admins (Group platform) can do this. You are admin here.',
      ),
    );
  });
});
