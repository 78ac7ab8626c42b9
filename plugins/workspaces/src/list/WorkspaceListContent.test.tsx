import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accessOf,
  aFailedWorkspace,
  aList,
  apiError,
  aWorkspace,
  someOptions,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { WorkspaceListContent } from './WorkspaceListContent';

function renderList(api: MockWorkspacesApi, at = '/workspaces') {
  return renderWithApis(<WorkspaceListContent />, { api, at });
}

describe('WorkspaceListContent', () => {
  it('should show name, id, owner, phase and members of a workspace', async () => {
    renderList(mockWorkspacesApi());
    const row = within(
      (await screen.findByText('data-science')).closest('tr') as HTMLElement,
    );
    expect(row.getByRole('link', { name: 'Data Science' })).toHaveAttribute(
      'href',
      '/workspaces/data-science',
    );
    expect(row.getByText('Active')).toBeInTheDocument();
    expect(row.getByText('12')).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'team-ds' })).toBeInTheDocument();
    expect(
      await row.findByRole('progressbar', { name: 'Quota' }),
    ).toHaveAttribute(
      'aria-valuetext',
      'Memory requests in data-science-notebooks: 8 GiB of 16 GiB',
    );
  });

  it('should show the shape of rows while it loads', async () => {
    renderList(
      mockWorkspacesApi({ listWorkspaces: () => new Promise(() => {}) }),
    );
    expect(
      await screen.findByRole('progressbar', {
        name: 'Loading team workspaces',
      }),
    ).toBeInTheDocument();
  });

  it('should say why the list could not be read, and read it again when asked', async () => {
    const api = mockWorkspacesApi();
    api.listWorkspaces.mockRejectedValueOnce(
      await apiError({
        status: 503,
        code: 'DatabaseUnavailable',
        message: 'The database did not answer.',
      }),
    );
    renderList(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database did not answer.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('data-science')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('should keep the rows when a refresh fails', async () => {
    const api = mockWorkspacesApi();
    renderList(api);
    await screen.findByText('data-science');
    api.listWorkspaces.mockRejectedValueOnce(new Error('offline'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/Could not refresh/)).toBeInTheDocument();
    expect(screen.getByText('data-science')).toBeInTheDocument();
  });

  it('should say that the policy lets somebody not in', async () => {
    const denied = await apiError({
      status: 403,
      code: 'PermissionDenied',
      message: 'No.',
    });
    renderList(
      mockWorkspacesApi({ listWorkspaces: () => Promise.reject(denied) }),
    );
    expect(
      await screen.findByText('You may not see team workspaces'),
    ).toBeInTheDocument();
  });

  it('should offer a request when the own teams have none', async () => {
    renderList(mockWorkspacesApi({ listWorkspaces: async () => aList([]) }));
    expect(
      await screen.findByText('Your teams have no workspace yet'),
    ).toBeInTheDocument();
    const [request] = screen.getAllByRole('button', {
      name: 'Request a workspace',
    });
    expect(request).toHaveAttribute(
      'href',
      '/create/templates/default/request-workspace',
    );
  });

  it('should tell somebody in no team whom to ask', async () => {
    renderList(
      mockWorkspacesApi({
        listWorkspaces: async () => aList([]),
        getOptions: async () => someOptions({ groups: [] }),
      }),
    );
    expect(
      await screen.findByText('You belong to no team yet'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'platform' })).toHaveAttribute(
      'href',
      '/catalog/default/group/platform',
    );
    expect(
      screen.getByRole('button', { name: 'Request a workspace' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('should say what failed and what to do, in the row', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: async () => aList([aFailedWorkspace()]),
    });
    renderList(api);
    expect(
      await screen.findByText(
        'The namespace alpha-notebooks already exists and belongs to someone else.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Terraform/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: /What to do/ })).toHaveAttribute(
      'href',
      '/workspaces/alpha',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Retry Alpha' }));
    expect(api.retryWorkspace).toHaveBeenCalledWith('alpha');
    expect(await screen.findByText('Retrying Alpha.')).toBeInTheDocument();
  });

  it('should not retry for somebody who may not, and say who may', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: async () =>
        aList([aFailedWorkspace({ access: accessOf('user') })]),
    });
    renderList(api);
    const retry = await screen.findByRole('button', { name: 'Retry Alpha' });
    await waitFor(() =>
      expect(retry).toHaveAttribute(
        'title',
        'Only portal admins (Group platform) can do this. You are user here.',
      ),
    );
    await userEvent.click(retry);
    expect(api.retryWorkspace).not.toHaveBeenCalled();
  });

  it('should ask the server for tab, search, filters and page of the address', async () => {
    const api = mockWorkspacesApi();
    renderList(
      api,
      '/workspaces?show=all&q=ds&phase=error&owner=group:default/a&page=3&orderBy=createdAt&order=desc',
    );
    await screen.findByText('data-science');
    expect(api.listWorkspaces).toHaveBeenCalledWith({
      scope: 'all',
      q: 'ds',
      owner: ['group:default/a'],
      phase: ['error'],
      orderBy: 'createdAt',
      order: 'desc',
      limit: 50,
      offset: 100,
    });
  });

  it('should search once typing pauses', async () => {
    const api = mockWorkspacesApi();
    renderList(api);
    await screen.findByText('data-science');
    api.listWorkspaces.mockResolvedValue(aList([]));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Search name or id' }),
      'nothing',
    );
    expect(
      await screen.findByText('No team workspace matches'),
    ).toBeInTheDocument();
    expect(api.listWorkspaces).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'nothing', offset: 0 }),
    );
    api.listWorkspaces.mockResolvedValue(aList([aWorkspace()]));
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(await screen.findByText('data-science')).toBeInTheDocument();
  });

  it('should page above 50', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: jest.fn(async () =>
        aList([aWorkspace()], { totalItems: 120 }),
      ),
    });
    renderList(api);
    expect(await screen.findByText('1–50 of 120')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–100 of 120')).toBeInTheDocument();
    expect(api.listWorkspaces).toHaveBeenLastCalledWith(
      expect.objectContaining({ offset: 50 }),
    );
  });

  it('should order by a column', async () => {
    const api = mockWorkspacesApi();
    renderList(api);
    await screen.findByText('data-science');
    await userEvent.click(screen.getByRole('button', { name: 'Age' }));
    await waitFor(() =>
      expect(api.listWorkspaces).toHaveBeenLastCalledWith(
        expect.objectContaining({ orderBy: 'createdAt', order: 'asc' }),
      ),
    );
  });

  it('should retry selected rows for an admin, with one report', async () => {
    const refused = await apiError({
      status: 409,
      code: 'WorkspaceDeleting',
      message: 'The workspace is being deleted.',
    });
    const api = mockWorkspacesApi({
      getOptions: async () => someOptions({ isPortalAdmin: true }),
      listWorkspaces: async () =>
        aList([aFailedWorkspace(), aWorkspace({ phase: 'degraded' })]),
      retryWorkspace: jest.fn(async id => {
        if (id === 'alpha') {
          throw refused;
        }
        return aWorkspace();
      }),
    });
    renderList(api);
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Select all on this page',
      }),
    );
    expect(screen.getByText('2 workspaces selected')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.retryWorkspace).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Retry all' }));
    expect(
      await dialog.findByText('1 of 2 are being retried, 1 refused.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/refused: The workspace is being deleted/),
    ).toBeInTheDocument();
  });

  it('should offer neither selection nor health to others', async () => {
    renderList(
      mockWorkspacesApi({
        listWorkspaces: async () =>
          aList([aWorkspace({ access: accessOf('user') })]),
      }),
    );
    await screen.findByText('data-science');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Health' }),
    ).not.toBeInTheDocument();
  });
});
