import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessOf, apiError, aWorkspace } from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { anImpact, someMembers } from '../__testUtils__/people';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { MembersContent } from './MembersContent';

const vera = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'vera', namespace: 'default' },
  spec: { profile: { displayName: 'Vera Vector' } },
};
const bob = {
  ...vera,
  metadata: { name: 'bob', namespace: 'default' },
  spec: { profile: { displayName: 'Bob' } },
};
const generated = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'workspace-vectors', namespace: 'default' },
  spec: { type: 'workspace', children: [] },
};

function renderMembers(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace({ access: accessOf('admin') }),
) {
  const onChanged = jest.fn();
  renderWithApis(
    <MembersContent workspace={workspace} onChanged={onChanged} />,
    { api, entities: [vera, bob, generated] },
  );
  return onChanged;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const conflict = () =>
  apiError({
    status: 409,
    code: 'RevisionConflict',
    message: 'The members changed since they were read.',
  });

describe('changing members', () => {
  it('should say what a removal takes away before it is done', async () => {
    const api = mockWorkspacesApi();
    const onChanged = renderMembers(api);
    await userEvent.click(await button('Remove Bob'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(
        'Bob loses access to 3 namespaces and 3 ServiceAccounts.',
      ),
    ).toBeInTheDocument();
    expect(
      dialog.getByText('Plan: 1 change in cluster eks-prod-eu'),
    ).toBeInTheDocument();
    expect(api.previewMember).toHaveBeenCalledWith('data-science', {
      subject: 'user:default/bob',
      role: undefined,
    });
    expect(api.removeMember).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove Bob' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(api.removeMember).toHaveBeenCalledWith('data-science', {
      revision: 7,
      subject: 'user:default/bob',
    });
    expect(await screen.findByText('Bob was removed.')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('should change nothing when it is cancelled, and give the focus back', async () => {
    const api = mockWorkspacesApi();
    renderMembers(api);
    const remove = await button('Remove Bob');
    await userEvent.click(remove);
    await userEvent.click(await button('Cancel'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(remove).toHaveFocus();
    expect(api.removeMember).not.toHaveBeenCalled();
  });

  it('should give another role after showing what it does', async () => {
    const api = mockWorkspacesApi({
      previewMember: jest.fn(async () =>
        anImpact({
          people: [
            {
              ref: 'user:default/bob',
              title: 'Bob',
              before: 'user',
              after: 'viewer',
              namespaces: [],
              serviceAccounts: 3,
            },
          ],
        }),
      ),
    });
    renderMembers(api);
    await userEvent.click(await button(/Role of Bob/));
    await userEvent.click(
      await screen.findByRole('option', { name: /^viewer/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('Bob: from user to viewer.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText('Bob loses access to 3 ServiceAccounts.'),
    ).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Make Bob viewer' }),
    );
    await waitFor(() =>
      expect(api.changeMember).toHaveBeenCalledWith('data-science', {
        revision: 7,
        subject: 'user:default/bob',
        role: 'viewer',
      }),
    );
  });

  it('should find somebody in the catalog and add them', async () => {
    const api = mockWorkspacesApi({
      previewMember: jest.fn(async () =>
        anImpact({
          people: [
            {
              ref: 'user:default/vera',
              title: 'Vera Vector',
              after: 'user',
              namespaces: [],
              serviceAccounts: 0,
            },
          ],
        }),
      ),
    });
    renderMembers(api);
    await userEvent.click(await button('Add member'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Add member' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Person or Group' }),
      'vect',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Vera Vector/ }),
    );
    expect(
      await dialog.findByText('Vera Vector becomes user.'),
    ).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Add Vera Vector' }),
    );
    await waitFor(() =>
      expect(api.addMember).toHaveBeenCalledWith('data-science', {
        revision: 7,
        subject: 'user:default/vera',
        role: 'user',
      }),
    );
  });

  it('should offer neither members nor the Groups of workspaces', async () => {
    renderMembers(mockWorkspacesApi());
    await userEvent.click(await button('Add member'));
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Person or Group' }),
    );
    expect(
      await screen.findByRole('option', { name: /Bob a member already/ }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(
      screen.queryByRole('option', { name: /vectors/ }),
    ).not.toBeInTheDocument();
  });

  it('should offer only the roles that the reader may give', async () => {
    renderMembers(
      mockWorkspacesApi({
        listMembers: async () =>
          someMembers({ grantableRoles: ['viewer', 'user'] }),
      }),
    );
    await userEvent.click(await button('Add member'));
    await userEvent.click(await button(/^Role/));
    const options = await screen.findAllByRole('option');
    expect(options).toHaveLength(2);
    expect(options[0]).toHaveTextContent('viewer');
  });

  it('should read again when somebody else changed the members, and say so', async () => {
    const api = mockWorkspacesApi({ listMembers: jest.fn() });
    api.listMembers.mockResolvedValue(someMembers());
    api.removeMember.mockRejectedValueOnce(await conflict());
    renderMembers(api);
    await userEvent.click(await button('Remove Bob'));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByText(/Bob loses access/);
    api.listMembers.mockResolvedValue(someMembers({ revision: 9 }));
    await userEvent.click(dialog.getByRole('button', { name: 'Remove Bob' }));
    expect(
      await dialog.findByText(/Somebody changed the members meanwhile/),
    ).toBeInTheDocument();
    await dialog.findByText(/Bob loses access/);
    await userEvent.click(dialog.getByRole('button', { name: 'Remove Bob' }));
    await waitFor(() =>
      expect(api.removeMember).toHaveBeenLastCalledWith('data-science', {
        revision: 9,
        subject: 'user:default/bob',
      }),
    );
  });

  it.each([
    ['LastAdmin', 'Bob is the last admin. Make somebody else admin first.'],
    ['RoleTooHigh', 'You are user here and cannot make somebody admin.'],
  ])('should say why a removal is refused: %s', async (code, message) => {
    const api = mockWorkspacesApi();
    api.removeMember.mockRejectedValueOnce(
      await apiError({ status: 409, code, message }),
    );
    renderMembers(api);
    await userEvent.click(await button('Remove Bob'));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByText(/Bob loses access/);
    await userEvent.click(dialog.getByRole('button', { name: 'Remove Bob' }));
    expect(await dialog.findByText(message)).toBeInTheDocument();
  });

  it('should not let a plan with problems be applied', async () => {
    const impact = anImpact();
    renderMembers(
      mockWorkspacesApi({
        previewMember: async () => ({
          ...impact,
          plan: {
            ...impact.plan,
            problems: [
              { reason: 'LastAdmin', message: 'Bob is the last admin.' },
            ],
          },
        }),
      }),
    );
    await userEvent.click(await button('Remove Bob'));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByText('Bob is the last admin.');
    expect(dialog.getByRole('button', { name: 'Remove Bob' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
});
