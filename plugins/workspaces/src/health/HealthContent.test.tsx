import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Health } from '@team-workspaces/backstage-plugin-workspaces-common';
import { apiError } from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { HealthContent } from './HealthContent';

const healthy: Health = {
  status: 'ok',
  clusters: [
    {
      name: 'eks-prod-eu',
      title: 'Production',
      simulated: false,
      reachable: true,
      version: 'v1.36.3',
      missingRights: [],
    },
  ],
  queue: { due: 0, working: 0, waiting: 0, stopped: 1234 },
  checks: [{ name: 'database', status: 'ok', message: 'It answers.' }],
};

function renderHealth(api: MockWorkspacesApi) {
  return renderWithApis(<HealthContent />, { api });
}

describe('HealthContent', () => {
  it('should say that everything is there', async () => {
    renderHealth(mockWorkspacesApi({ getHealth: async () => healthy }));
    expect(
      await screen.findByText('Everything that team workspaces need is there.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Kubernetes v1.36.3')).toBeInTheDocument();
    expect(screen.getByText('1,234')).toBeInTheDocument();
    expect(screen.getByText('Nothing is being worked on.')).toBeInTheDocument();
  });

  it('should say of each thing that is missing what to do', async () => {
    renderHealth(
      mockWorkspacesApi({
        getHealth: async () => ({
          ...healthy,
          status: 'failed',
          clusters: [
            { ...healthy.clusters[0], missingRights: ['create namespaces'] },
            {
              ...healthy.clusters[0],
              name: 'down',
              title: 'Down',
              reachable: false,
              version: undefined,
              problem: {
                reason: 'ClusterUnreachable',
                message: 'The cluster down did not answer.',
                hint: 'Check that the cluster is up.',
              },
            },
          ],
          checks: [
            {
              name: 'notifications',
              status: 'warning',
              message: 'The plugin is not installed.',
              hint: 'Add it to the backend.',
            },
          ],
        }),
      }),
    );
    expect(await screen.findByText('create namespaces')).toBeInTheDocument();
    expect(
      screen.getByText('The cluster down did not answer.'),
    ).toBeInTheDocument();
    expect(screen.getByText('not reachable')).toBeInTheDocument();
    expect(screen.getByText(/Add it to the backend/)).toBeInTheDocument();
  });

  it('should say where to add a cluster when there is none', async () => {
    renderHealth(
      mockWorkspacesApi({
        getHealth: async () => ({ ...healthy, clusters: [] }),
      }),
    );
    expect(
      await screen.findByText('No cluster is configured.'),
    ).toBeInTheDocument();
  });

  it('should name the portal admins to others', async () => {
    const denied = await apiError({
      status: 403,
      code: 'PermissionDenied',
      message: 'No.',
    });
    renderHealth(
      mockWorkspacesApi({ getHealth: () => Promise.reject(denied) }),
    );
    expect(
      await screen.findByText('Only portal admins can see the health page.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Portal admins are: Group platform'),
    ).toBeInTheDocument();
  });

  it('should ask again when it could not be read', async () => {
    const api = mockWorkspacesApi({
      getHealth: jest.fn(async () => healthy),
    });
    api.getHealth.mockRejectedValueOnce(new Error('offline'));
    renderHealth(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Production')).toBeInTheDocument();
  });
});
