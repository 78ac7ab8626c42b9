import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accessOf,
  aCondition,
  aFailedWorkspace,
  aWorkspace,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { WorkspacesContent } from '../page';

function renderDetail(api: MockWorkspacesApi, at = '/workspaces/alpha') {
  return renderWithApis(<WorkspacesContent />, {
    api,
    mountPath: '/workspaces/*',
    at,
  });
}

describe('WorkspaceContent while setting up or failing', () => {
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
    );
    expect(await screen.findByText('Setting up failed.')).toBeInTheDocument();
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

  it('should tell a failed deletion from a failed set-up', async () => {
    const deletionRequestedAt = new Date().toISOString();
    renderDetail(
      mockWorkspacesApi({
        getWorkspace: async () => aFailedWorkspace({ deletionRequestedAt }),
      }),
    );
    expect(await screen.findByText('The deletion failed.')).toBeInTheDocument();
    expect(screen.queryByText('Setting up failed.')).not.toBeInTheDocument();
  });

  it('should say when the next attempt is made', async () => {
    const nextAttemptAt = new Date(Date.now() + 60_000).toISOString();
    renderDetail(
      mockWorkspacesApi({
        getWorkspace: async () => aFailedWorkspace({ nextAttemptAt }),
      }),
    );
    expect(
      await screen.findByText(/next attempt is made by itself/),
    ).toHaveTextContent(/in \d+ (sec|min)/);
  });

  it('should retry, and say what came of it', async () => {
    const api = mockWorkspacesApi({
      getWorkspace: jest.fn(async () => aFailedWorkspace()),
    });
    renderDetail(api);
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
    renderDetail(api);
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
    renderDetail(api);
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
});
