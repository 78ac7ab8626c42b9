import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aChange,
  anActivity,
  apiError,
  aWorkspace,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { ActivityTab } from './ActivityTab';

function renderActivity(api: MockWorkspacesApi) {
  return renderWithApis(<ActivityTab workspace={aWorkspace()} />, { api });
}

const entries = [
  anActivity({
    id: '3',
    action: 'drift-found',
    details: { changes: [aChange()] },
  }),
  anActivity({
    id: '2',
    actor: 'user:default/dana',
    action: 'created',
    result: 'info',
    message: 'Requested for team-ds. It is meant for churn.',
  }),
  anActivity({ id: '1', action: 'later-invented', actor: 'plugin:scaffolder' }),
];

describe('ActivityTab', () => {
  it('should show who, what, when and result', async () => {
    renderActivity(
      mockWorkspacesApi({ listActivity: async () => ({ items: entries }) }),
    );
    const row = within(
      (await screen.findByText('Requested')).closest('tr') as HTMLElement,
    );
    expect(row.getByRole('link', { name: 'dana' })).toBeInTheDocument();
    expect(row.getByText('noted')).toBeInTheDocument();
    expect(row.getByText('Requested for team-ds.')).toBeInTheDocument();
    expect(screen.getByText('later-invented')).toBeInTheDocument();
    expect(screen.getByText('service scaffolder')).toBeInTheDocument();
  });

  it('should open the report behind a row', async () => {
    renderActivity(
      mockWorkspacesApi({ listActivity: async () => ({ items: entries }) }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show the report of Difference found',
      }),
    );
    expect(await screen.findByText('spec.hard.pods')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the report of Requested' }),
    );
    expect(await screen.findByText(/meant for churn/)).toBeInTheDocument();
  });

  it('should have the backend filter by actor, kind and text, also by those of entries that are not shown', async () => {
    const api = mockWorkspacesApi({
      getActivityFilters: async () => ({
        actors: ['user:default/eve'],
        actions: ['adopted'],
      }),
      listActivity: jest.fn(async (_id, query) => ({
        items: query?.actor || query?.q ? [] : entries,
      })),
    });
    renderActivity(api);
    await screen.findByText('Requested');
    await userEvent.click(screen.getByRole('button', { name: /Who/ }));
    expect(screen.getByRole('option', { name: 'dana' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('option', { name: 'eve' }));
    expect(await screen.findByText('No entry matches.')).toBeInTheDocument();
    expect(api.listActivity).toHaveBeenLastCalledWith('data-science', {
      actor: 'user:default/eve',
      limit: 50,
    });
    await userEvent.click(screen.getByRole('button', { name: /What/ }));
    await userEvent.click(
      screen.getByRole('option', { name: 'Namespaces adopted' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Search what happened' }),
      'churn',
    );
    await waitFor(() =>
      expect(api.listActivity).toHaveBeenLastCalledWith('data-science', {
        actor: 'user:default/eve',
        action: 'adopted',
        q: 'churn',
        limit: 50,
      }),
    );
  });

  it('should keep the filters when what they let through cannot be read', async () => {
    const error = await apiError({
      status: 503,
      code: 'DatabaseUnavailable',
      message: 'The database did not answer.',
    });
    renderActivity(
      mockWorkspacesApi({
        listActivity: async (_id, query) => {
          if (query?.actor) {
            throw error;
          }
          return { items: entries };
        },
      }),
    );
    await screen.findByText('Requested');
    const who = screen.getByRole('button', { name: /Who/ });
    await userEvent.click(who);
    await userEvent.click(screen.getByRole('option', { name: 'dana' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database did not answer.',
    );
    await userEvent.click(who);
    await userEvent.click(screen.getByRole('option', { name: 'Anyone' }));
    expect(await screen.findByText('Requested')).toBeInTheDocument();
  });

  it('should load older entries, each once', async () => {
    const api = mockWorkspacesApi({
      listActivity: jest.fn(async (_id, query) =>
        query?.cursor
          ? { items: [entries[1], entries[2]] }
          : { items: [entries[0], entries[1]], nextCursor: 'next' },
      ),
    });
    renderActivity(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load older entries' }),
    );
    expect(await screen.findByText('later-invented')).toBeInTheDocument();
    expect(screen.getAllByText('Requested')).toHaveLength(1);
    expect(api.listActivity).toHaveBeenCalledWith('data-science', {
      cursor: 'next',
      limit: 50,
    });
    expect(
      screen.queryByRole('button', { name: 'Load older entries' }),
    ).not.toBeInTheDocument();
  });

  it('should download every entry', async () => {
    const createObjectURL = jest.fn((_: Blob) => 'blob:activity');
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockReturnValue();
    const api = mockWorkspacesApi({
      listActivity: async (_id, query) =>
        query?.cursor
          ? { items: [entries[2]] }
          : { items: entries.slice(0, 2), nextCursor: 'next' },
    });
    renderActivity(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download as JSON' }),
    );
    await screen.findByRole('button', { name: 'Download as JSON' });
    expect(click.mock.contexts[0]).toHaveProperty(
      'download',
      'data-science-activity.json',
    );
    const file = await createObjectURL.mock.calls[0][0].text();
    expect(JSON.parse(file)).toEqual(entries);
  });

  it('should say that nothing happened yet', async () => {
    renderActivity(mockWorkspacesApi());
    expect(
      await screen.findByText('Nothing has happened yet.'),
    ).toBeInTheDocument();
  });

  it('should show its shape while it loads', async () => {
    renderActivity(
      mockWorkspacesApi({ listActivity: () => new Promise(() => {}) }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Loading the activity' }),
    ).toBeInTheDocument();
  });

  it('should say why it could not be read', async () => {
    const error = await apiError({
      status: 503,
      code: 'DatabaseUnavailable',
      message: 'The database did not answer.',
    });
    renderActivity(
      mockWorkspacesApi({ listActivity: () => Promise.reject(error) }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database did not answer.',
    );
  });
});
