import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import {
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
import { EntityWorkspaces } from './EntityWorkspaces';

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-ds', namespace: 'default' },
  spec: {
    type: 'team',
    profile: { displayName: 'Data Science' },
    children: [],
  },
};

function renderTab(api: MockWorkspacesApi) {
  return renderWithApis(
    <EntityProvider entity={group}>
      <EntityWorkspaces />
    </EntityProvider>,
    { api },
  );
}

describe('EntityWorkspaces', () => {
  it('should list the workspaces of the Group only', async () => {
    const api = mockWorkspacesApi({
      listWorkspaces: jest.fn(async () => aList([aWorkspace()])),
    });
    renderTab(api);
    expect(await screen.findByText('data-science')).toBeInTheDocument();
    expect(api.listWorkspaces).toHaveBeenCalledWith(
      expect.objectContaining({
        scope: 'all',
        owner: ['group:default/team-ds'],
      }),
    );
    expect(
      screen.queryByRole('columnheader', { name: 'Owner' }),
    ).not.toBeInTheDocument();
  });

  it('should fill the team in when a member requests one', async () => {
    renderTab(mockWorkspacesApi({ listWorkspaces: async () => aList([]) }));
    expect(
      await screen.findByText('Data Science has no workspace yet'),
    ).toBeInTheDocument();
    const href = (
      await screen.findByRole('button', {
        name: 'Request a workspace for Data Science',
      })
    ).getAttribute('href');
    const { searchParams, pathname } = new URL(href ?? '', 'http://localhost');
    expect(pathname).toBe('/create/templates/default/request-workspace');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      owner: 'group:default/team-ds',
    });
  });

  it('should not offer a request to somebody else', async () => {
    renderTab(
      mockWorkspacesApi({
        listWorkspaces: async () => aList([]),
        getOptions: async () => someOptions({ groups: [] }),
      }),
    );
    await screen.findByText('Data Science has no workspace yet');
    expect(
      screen.queryByRole('button', { name: /Request a workspace/ }),
    ).not.toBeInTheDocument();
  });

  it('should say that the policy lets somebody not in', async () => {
    const denied = await apiError({
      status: 403,
      code: 'PermissionDenied',
      message: 'No.',
    });
    renderTab(
      mockWorkspacesApi({ listWorkspaces: () => Promise.reject(denied) }),
    );
    expect(
      await screen.findByText('You may not see team workspaces'),
    ).toBeInTheDocument();
  });

  it('should say why the list could not be read', async () => {
    renderTab(
      mockWorkspacesApi({
        listWorkspaces: () => Promise.reject(new Error('offline')),
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal did not get an answer.',
    );
  });
});
