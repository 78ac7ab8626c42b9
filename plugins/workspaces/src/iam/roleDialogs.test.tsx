import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { apiError, aWorkspace } from '../__testUtils__/fixtures';
import { anIamReport, ROLE_ARN } from '../__testUtils__/iam';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { IamTab } from './IamTab';

const SAVE = 'Save and write it to the ServiceAccounts';

async function openDialog(api: MockWorkspacesApi, name: string) {
  renderWithApis(<IamTab workspace={aWorkspace()} onChanged={jest.fn()} />, {
    api,
  });
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
}

const withoutRole = () =>
  anIamReport({
    settings: { mode: 'none' },
    availableModes: ['none', 'external'],
    policies: [],
    proof: undefined,
  });

describe('the dialogs of the role', () => {
  it('should set a role that was pasted', async () => {
    const api = mockWorkspacesApi({ getIam: async () => withoutRole() });
    const dialog = await openDialog(api, 'Set a role');
    expect(
      dialog.getByRole('radio', { name: /a role that the portal keeps/ }),
    ).toBeDisabled();
    const save = dialog.getByRole('button', { name: SAVE });
    expect(save).toHaveAttribute('title', 'Paste the ARN of the role.');
    const arn = dialog.getByRole('textbox', { name: 'ARN of the role' });
    await userEvent.type(arn, 'arn:aws:iam::123456789012:user/ann');
    expect(dialog.getByText(/This is no ARN of an IAM role/)).toBeVisible();
    await userEvent.click(save);
    expect(api.setIam).not.toHaveBeenCalled();
    await userEvent.clear(arn);
    await userEvent.type(arn, `${ROLE_ARN} `);
    await userEvent.click(save);
    await waitFor(() =>
      expect(api.setIam).toHaveBeenCalledWith('data-science', {
        revision: 7,
        mode: 'external',
        roleArn: ROLE_ARN,
      }),
    );
    expect(
      await screen.findByText(
        'The role is saved, and being written to the ServiceAccounts.',
      ),
    ).toHaveAttribute('role', 'status');
  });

  it('should show at the field what the backend says of it', async () => {
    const api = mockWorkspacesApi({ getIam: async () => withoutRole() });
    const message = 'The role belongs to the workspace alpha already.';
    api.setIam.mockRejectedValueOnce(
      await apiError({
        status: 400,
        code: 'RoleArnTaken',
        message: 'Refused.',
        fields: [{ field: 'roleArn', rule: 'taken', message }],
      }),
    );
    const dialog = await openDialog(api, 'Set a role');
    const arn = dialog.getByRole('textbox', { name: 'ARN of the role' });
    await userEvent.type(arn, ROLE_ARN);
    await userEvent.click(dialog.getByRole('button', { name: SAVE }));
    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(arn).toBeInvalid();
    await userEvent.type(arn, '2');
    expect(dialog.queryByText(message)).not.toBeInTheDocument();
  });

  it('should say that nothing is changed yet', async () => {
    const dialog = await openDialog(mockWorkspacesApi(), 'Change');
    expect(dialog.getByRole('button', { name: SAVE })).toHaveAttribute(
      'title',
      'Nothing is changed yet.',
    );
  });

  it('should clear the role after saying what is lost', async () => {
    const api = mockWorkspacesApi();
    const dialog = await openDialog(api, 'Clear');
    expect(
      dialog.getByText(/The portal deletes the role that it made/),
    ).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Clear the role' }),
    );
    await waitFor(() =>
      expect(api.setIam).toHaveBeenCalledWith('data-science', {
        revision: 7,
        mode: 'none',
      }),
    );
  });

  it('should read again when somebody was faster, and say what it has now', async () => {
    const api = mockWorkspacesApi();
    api.setIam.mockRejectedValueOnce(
      await apiError({
        status: 409,
        code: 'RevisionConflict',
        message: 'The workspace changed since it was read.',
      }),
    );
    api.getWorkspace.mockResolvedValue(
      aWorkspace({
        revision: 9,
        iam: { mode: 'external', roleArn: `${ROLE_ARN}-new` },
      }),
    );
    const dialog = await openDialog(api, 'Clear');
    const clear = dialog.getByRole('button', { name: 'Clear the role' });
    await userEvent.click(clear);
    expect(await dialog.findByText(`${ROLE_ARN}-new`)).toBeInTheDocument();
    await userEvent.click(clear);
    await waitFor(() =>
      expect(api.setIam).toHaveBeenLastCalledWith('data-science', {
        revision: 9,
        mode: 'none',
      }),
    );
  });

  it('should change nothing when it is cancelled, and give the focus back', async () => {
    const api = mockWorkspacesApi();
    const dialog = await openDialog(api, 'Clear');
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('button', { name: 'Clear' })).toHaveFocus();
    expect(api.setIam).not.toHaveBeenCalled();
  });
});
