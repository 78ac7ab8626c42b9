import { act, screen, waitFor, within } from '@testing-library/react';
import type { SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';
import userEvent from '@testing-library/user-event';
import {
  accessOf,
  aCondition,
  aFailedWorkspace,
  apiError,
  aWorkspace,
  someOptions,
} from '../__testUtils__/fixtures';
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

  it('should show how far each step is', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () =>
        aWorkspace({
          phase: 'pending',
          conditions: [
            aCondition(),
            aCondition({
              type: 'network-policies',
              title: 'Network policies',
              status: 'Unknown',
              reason: 'Progressing',
              message: 'At work.',
              done: 2,
              durationMs: undefined,
              dependsOn: ['namespaces'],
            }),
            aCondition({
              type: 'quota',
              title: 'Quota',
              status: 'Unknown',
              reason: 'Waiting',
              message: 'Waits.',
              done: undefined,
              total: undefined,
              durationMs: undefined,
              dependsOn: ['network-policies'],
            }),
          ],
        }),
    });
    renderDetail(api);
    expect(
      await screen.findByText('Setting up: 1 of 3 steps are done.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Namespaces: done/ }),
    ).toHaveTextContent('3 of 3');
    expect(
      screen.getByRole('button', { name: /Network policies: at work/ }),
    ).toHaveTextContent('2 of 3');
    const waiting = screen.getByRole('button', { name: /Quota: waiting/ });
    expect(waiting).toHaveTextContent('waits for Network policies');
    await userEvent.click(waiting);
    expect(waiting).toHaveAttribute('aria-expanded', 'true');
    expect(await screen.findByText('Waits.')).toBeInTheDocument();
  });

  it('should say why a step failed, what to do, and show the raw answer when asked', async () => {
    renderDetail(
      mockWorkspacesApi({ getWorkspace: async () => aFailedWorkspace() }),
      { at: '/workspaces/alpha' },
    );
    expect(
      await screen.findByText('Setting up has stopped.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It was made by Terraform/)).toBeInTheDocument();
    expect(
      screen.getByText(/Show what adopting it would change, or/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/No further attempt is made by itself/),
    ).toBeInTheDocument();
    expect(screen.queryByText('{"kind":"Status"}')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Raw answer' }));
    expect(await screen.findByText('{"kind":"Status"}')).toBeInTheDocument();
  });

  it('should say when the next attempt is made', async () => {
    const nextAttemptAt = new Date(Date.now() + 60_000).toISOString();
    renderDetail(
      mockWorkspacesApi({
        getWorkspace: async () => aFailedWorkspace({ nextAttemptAt }),
      }),
      { at: '/workspaces/alpha' },
    );
    expect(
      await screen.findByText(/next attempt is made by itself/),
    ).toHaveTextContent(/in \d+ (sec|min)/);
  });

  it('should retry, and say what came of it', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: jest.fn(async () => aFailedWorkspace()),
    });
    renderDetail(api, { at: '/workspaces/alpha' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry provisioning' }),
    );
    expect(api.retryWorkspace).toHaveBeenCalledWith('alpha');
    expect(
      await screen.findByText('Checking Alpha again.'),
    ).toBeInTheDocument();
  });

  it('should let a member look, and say who may retry', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () =>
        aFailedWorkspace({ access: accessOf('viewer') }),
    });
    renderDetail(api, { at: '/workspaces/alpha' });
    const retry = await screen.findByRole('button', {
      name: 'Retry provisioning',
    });
    expect(retry).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(retry);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Only portal admins (Group platform) can do this. You are viewer here.',
    );
    await userEvent.click(retry);
    expect(api.retryWorkspace).not.toHaveBeenCalled();
    expect(
      screen.getByRole('button', { name: 'Show what adopting would change' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('should adopt what the plan showed, and nothing before', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: async () => aFailedWorkspace(),
      planWorkspace: jest.fn(async () => ({
        kind: 'adopt' as const,
        workspaceId: 'alpha',
        cluster: 'eks-prod-eu',
        revision: 9,
        problems: [],
        leftBehind: [],
        changes: [
          {
            step: 'namespaces',
            action: 'adopt' as const,
            object: {
              apiVersion: 'v1',
              kind: 'Namespace',
              name: 'alpha-notebooks',
              uid: 'theirs',
            },
            fields: [],
          },
        ],
      })),
    });
    renderDetail(api, { at: '/workspaces/alpha' });
    const trigger = await screen.findByRole('button', {
      name: 'Show what adopting would change',
    });
    await userEvent.click(trigger);
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('alpha-notebooks')).toBeInTheDocument();
    expect(api.adoptNamespaces).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Adopt 1 namespace' }),
    );
    expect(api.adoptNamespaces).toHaveBeenCalledWith('alpha', {
      revision: 9,
      namespaces: [{ name: 'alpha-notebooks', uid: 'theirs' }],
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(trigger).toHaveFocus();
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
