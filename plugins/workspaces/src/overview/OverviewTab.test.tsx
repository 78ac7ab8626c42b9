import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  aChange,
  aCondition,
  anActivity,
  apiError,
  aPlan,
  aWorkspace,
} from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { OverviewTab } from './OverviewTab';

function renderOverview(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace(),
  entities?: Parameters<typeof renderWithApis>[1]['entities'],
) {
  const onChanged = jest.fn();
  renderWithApis(<OverviewTab workspace={workspace} onChanged={onChanged} />, {
    api,
    entities,
  });
  return onChanged;
}

const degraded = aWorkspace({
  phase: 'degraded',
  conditions: [
    aCondition({
      type: 'resource-quotas',
      title: 'Quota',
      status: 'False',
      reason: 'DriftDetected',
      message: '1 object differs.',
      drift: [aChange()],
    }),
    aCondition({
      type: 'rbac',
      title: 'RBAC',
      status: 'False',
      reason: 'DriftDetected',
      message: '1 object is missing.',
      drift: [
        aChange({
          action: 'create',
          object: {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            namespace: 'data-science-notebooks',
            name: 'workspace-user',
          },
        }),
      ],
    }),
  ],
});

describe('OverviewTab', () => {
  it('should show namespaces with profile and quota in use', async () => {
    renderOverview(mockWorkspacesApi());
    expect(
      await screen.findByRole('progressbar', {
        name: 'Memory requests in data-science-notebooks',
      }),
    ).toHaveAttribute('aria-valuetext', '8 GiB of 16 GiB');
    expect(screen.getByText('notebooks')).toBeInTheDocument();
    // A quota of nothing is no bar.
    expect(screen.queryByText('Node ports')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Open the Kubernetes tab' }),
    ).not.toBeInTheDocument();
  });

  it('should link to the Kubernetes tab where the catalog knows the workspace', async () => {
    renderOverview(mockWorkspacesApi(), aWorkspace(), [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'data-science', namespace: 'default' },
        spec: { type: 'workspace', owner: 'group:default/team-ds' },
      },
    ]);
    expect(
      await screen.findByRole('link', { name: 'Open the Kubernetes tab' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/data-science/kubernetes',
    );
  });

  it('should say why the quota in use is not known', async () => {
    renderOverview(
      mockWorkspacesApi({
        getUsage: async () => ({
          namespaces: [],
          problem: {
            reason: 'ClusterUnreachable',
            message: 'The cluster eks-prod-eu did not answer.',
            hint: 'Check that the cluster is up.',
          },
        }),
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster eks-prod-eu did not answer.What to do: Check that the cluster is up.',
    );
  });

  it('should say that the usage could not be asked for', async () => {
    const error = await apiError({
      status: 503,
      code: 'DatabaseUnavailable',
      message: 'The database did not answer.',
    });
    renderOverview(
      mockWorkspacesApi({ getUsage: () => Promise.reject(error) }),
    );
    expect(
      await screen.findByText('The quota in use could not be read.'),
    ).toBeInTheDocument();
  });

  it('should hide the steps of a workspace that is fine until asked', async () => {
    renderOverview(mockWorkspacesApi());
    const toggle = await screen.findByRole('button', {
      name: 'Show the steps',
    });
    expect(
      screen.queryByRole('button', { name: /Namespaces: done/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(toggle);
    expect(
      screen.getByRole('button', { name: /Namespaces: done/ }),
    ).toBeInTheDocument();
  });

  it('should show object, field, should, is and by whom of each difference', async () => {
    renderOverview(mockWorkspacesApi(), degraded);
    const section = within(
      await screen.findByRole('region', { name: 'What differs' }),
    );
    const cells = (text: string) =>
      within(section.getByText(text).closest('tr') as HTMLElement)
        .getAllByRole('cell')
        .map(cell => cell.textContent);
    expect(
      cells('ResourceQuota data-science-notebooks/workspace').slice(0, 4),
    ).toEqual([
      'ResourceQuota data-science-notebooks/workspace',
      'spec.hard.pods',
      '80',
      '20',
    ]);
    expect(
      cells('ResourceQuota data-science-notebooks/workspace')[4],
    ).toContain('kubectl-edit');
    expect(cells('Role data-science-notebooks/workspace-user')).toEqual([
      'Role data-science-notebooks/workspace-user',
      '–',
      'there',
      'missing',
      '–',
    ]);
  });

  it('should repair', async () => {
    const api = mockWorkspacesApi();
    const onChanged = renderOverview(api, degraded);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Repair' }),
    );
    expect(api.retryWorkspace).toHaveBeenCalledWith('data-science');
    expect(onChanged).toHaveBeenCalled();
  });

  it('should show the plan of a repair before it is applied', async () => {
    const api = mockWorkspacesApi({
      planWorkspace: jest.fn(async () => aPlan({ kind: 'repair' })),
    });
    renderOverview(api, degraded);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show plan' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('Plan: 1 change in cluster eks-prod-eu'),
    ).toBeInTheDocument();
    expect(api.planWorkspace).toHaveBeenCalledWith('data-science', {
      kind: 'repair',
    });
    expect(api.retryWorkspace).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Apply 1 change' }),
    );
    expect(api.retryWorkspace).toHaveBeenCalledWith('data-science');
  });

  it('should show the last activities', async () => {
    const api = mockWorkspacesApi({
      listActivity: jest.fn(async () => ({
        items: [
          anActivity(),
          anActivity({
            id: '0',
            action: 'created',
            actor: 'user:default/dana',
            message: 'Requested for team-ds.',
          }),
        ],
      })),
    });
    renderOverview(api);
    expect(await screen.findByText('Became active')).toBeInTheDocument();
    expect(screen.getByText('Requested')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'dana' })).toBeInTheDocument();
    expect(api.listActivity).toHaveBeenCalledWith('data-science', {
      limit: 5,
    });
  });
});
