import { act, screen } from '@testing-library/react';
import type { SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';
import userEvent from '@testing-library/user-event';
import { apiError, aWorkspace, someOptions } from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { WorkspacesContent } from '../page';

function renderDetail(
  api: MockWorkspacesApi,
  options: { at?: string; signals?: SignalApi } = {},
) {
  return renderWithApis(<WorkspacesContent />, {
    api,
    mountPath: '/workspaces/*',
    at: options.at ?? '/workspaces/data-science',
    signals: options.signals,
  });
}

/** Signals that a test sends by hand. */
class ManualSignals implements SignalApi {
  readonly #listeners = new Set<(message: JsonObject) => void>();

  subscribe<T extends JsonObject>(_: string, onMessage: (message: T) => void) {
    const listener = (message: JsonObject) => onMessage(message as T);
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  send(message: JsonObject) {
    act(() => this.#listeners.forEach(listener => listener(message)));
  }
}

describe('WorkspaceContent', () => {
  it('should show what a workspace is and that it is fine', async () => {
    renderDetail(mockWorkspacesApi());
    expect(
      await screen.findByRole('heading', { name: 'Data Science' }),
    ).toBeInTheDocument();
    expect(screen.getByText('data-science')).toBeInTheDocument();
    expect(screen.getByText('Active')).toBeInTheDocument();
    expect(
      screen.getByText('Everything is as it should be.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/All checks passed/)).toBeInTheDocument();
    expect(screen.getByText('Your role: portal admin')).toBeInTheDocument();
    expect(await screen.findByText(/Production/)).toBeInTheDocument();
    expect(screen.queryByText('Simulated cluster')).not.toBeInTheDocument();
  });

  it('should mark a simulated cluster', async () => {
    renderDetail(
      mockWorkspacesApi({
        getOptions: async () =>
          someOptions({
            clusters: [
              { name: 'eks-prod-eu', title: 'Simulation', simulated: true },
            ],
          }),
      }),
    );
    expect(await screen.findByText('Simulated cluster')).toBeInTheDocument();
  });

  it('should show its shape while it loads', async () => {
    renderDetail(
      mockWorkspacesApi({ getWorkspace: () => new Promise(() => {}) }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Loading…' }),
    ).toBeInTheDocument();
  });

  it('should say of a workspace that is absent or foreign the same', async () => {
    const absent = await apiError({
      status: 404,
      code: 'WorkspaceNotFound',
      message: 'There is no such workspace.',
    });
    renderDetail(
      mockWorkspacesApi({ getWorkspace: () => Promise.reject(absent) }),
    );
    expect(
      await screen.findByText(
        'There is no such team workspace, or it is not yours to see',
      ),
    ).toBeInTheDocument();
  });

  it('should say that it could not be read, and read it again when asked', async () => {
    const api = mockWorkspacesApi();
    api.getWorkspace.mockRejectedValueOnce(new Error('offline'));
    renderDetail(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Data Science' }),
    ).toBeInTheDocument();
  });

  it('should follow signals, announce a new phase, and say when it is gone', async () => {
    const signals = new ManualSignals();
    const api = mockWorkspacesApi();
    api.getWorkspace.mockResolvedValue(aWorkspace({ phase: 'pending' }));
    renderDetail(api, { signals });
    expect(await screen.findByText('Setting up')).toBeInTheDocument();

    api.getWorkspace.mockResolvedValue(aWorkspace());
    signals.send({ id: 'data-science', phase: 'active' });
    expect(await screen.findByText('Data Science: Active')).toBeInTheDocument();

    api.getWorkspace.mockRejectedValue(
      await apiError({
        status: 404,
        code: 'WorkspaceNotFound',
        message: 'Gone.',
      }),
    );
    signals.send({ id: 'data-science', phase: 'deleting' });
    expect(
      await screen.findByText('The team workspace "data-science" is deleted'),
    ).toBeInTheDocument();
  });

  it('should not read again for signals about other workspaces', async () => {
    const signals = new ManualSignals();
    const api = mockWorkspacesApi();
    renderDetail(api, { signals });
    await screen.findByRole('heading', { name: 'Data Science' });
    expect(api.getWorkspace).toHaveBeenCalledTimes(1);
    signals.send({ id: 'other', phase: 'active' });
    expect(api.getWorkspace).toHaveBeenCalledTimes(1);
  });

  it('should poll without signals', async () => {
    const api = mockWorkspacesApi();
    api.getWorkspace.mockResolvedValueOnce(aWorkspace({ phase: 'pending' }));
    renderDetail(api);
    expect(await screen.findByText('Setting up')).toBeInTheDocument();
    expect(
      await screen.findByText('Data Science: Active', undefined, {
        timeout: 10_000,
      }),
    ).toBeInTheDocument();
  });

  it('should say of the default workspace that it is never changed', async () => {
    renderDetail(
      mockWorkspacesApi({
        getWorkspace: async () =>
          aWorkspace({ isDefault: true, owner: undefined }),
      }),
      { at: '/workspaces/data-science/settings' },
    );
    expect(
      await screen.findByText(/never changed, adopted or deleted/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Check now' }),
    ).not.toBeInTheDocument();
  });
});
