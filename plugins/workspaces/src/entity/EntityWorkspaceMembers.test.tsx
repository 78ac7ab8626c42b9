import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accessOf,
  aFailedWorkspace,
  apiError,
  aWorkspace,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { EntityWorkspaceCard } from './EntityWorkspaceCard';
import { EntityWorkspaceMembers } from './EntityWorkspaceMembers';

const resource = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'data-science',
    annotations: { 'team-workspaces.dev/workspace': 'data-science' },
  },
  spec: { type: 'workspace', owner: 'group:default/team-ds' },
};

function renderOn(
  element: JSX.Element,
  api: MockWorkspacesApi,
  entity = resource,
) {
  renderWithApis(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    api,
  });
}

const notFound = () =>
  apiError({ status: 404, code: 'WorkspaceNotFound', message: 'No.' });

describe('EntityWorkspaceMembers', () => {
  it('should let a lead manage the members of the workspace of the entity', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () => aWorkspace({ access: accessOf('admin') }),
    });
    renderOn(<EntityWorkspaceMembers />, api);
    const remove = await screen.findByRole('button', { name: 'Remove Bob' });
    expect(remove).not.toHaveAttribute('aria-disabled');
    expect(api.listMembers).toHaveBeenCalledWith('data-science');
  });

  it('should not read members for somebody who may not see them', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () => aWorkspace({ access: accessOf('machine') }),
    });
    renderOn(<EntityWorkspaceMembers />, api);
    expect(
      await screen.findByText('You may not see the members of this workspace'),
    ).toBeInTheDocument();
    expect(api.listMembers).not.toHaveBeenCalled();
  });

  it('should say that a workspace is not the reader’s to see', async () => {
    const api = mockWorkspacesApi();
    api.getWorkspace.mockRejectedValue(await notFound());
    renderOn(<EntityWorkspaceMembers />, api);
    expect(await screen.findByText(/not yours to see/)).toBeInTheDocument();
  });

  it('should say that an entity stands for no workspace', async () => {
    renderOn(<EntityWorkspaceMembers />, mockWorkspacesApi(), {
      ...resource,
      spec: { type: 'database', owner: 'group:default/team-ds' },
    });
    expect(
      await screen.findByText('This entity stands for no team workspace'),
    ).toBeInTheDocument();
  });
});

describe('EntityWorkspaceCard', () => {
  it('should say how the workspace is doing, and retry it', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () => aFailedWorkspace({ id: 'data-science' }),
    });
    renderOn(<EntityWorkspaceCard />, api);
    expect(await screen.findByText('Failed')).toBeInTheDocument();
    expect(
      screen.getByText(/alpha-notebooks already exists/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Open the workspace' }),
    ).toHaveAttribute('href', '/workspaces/data-science');
    await userEvent.click(
      screen.getByRole('button', { name: 'Retry provisioning' }),
    );
    await waitFor(() =>
      expect(api.retryWorkspace).toHaveBeenCalledWith('data-science'),
    );
  });

  it('should not lead a viewer to the role', async () => {
    renderOn(
      <EntityWorkspaceCard />,
      mockWorkspacesApi({
        getWorkspace: async () => aWorkspace({ access: accessOf('viewer') }),
      }),
    );
    expect(await screen.findByText('Active')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'IAM & ServiceAccounts' }),
    ).not.toBeInTheDocument();
  });

  it('should say why the workspace could not be read', async () => {
    const api = mockWorkspacesApi();
    api.getWorkspace.mockRejectedValueOnce(new Error('offline'));
    renderOn(<EntityWorkspaceCard />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Active')).toBeInTheDocument();
  });
});
