import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { mockWorkspacesApi } from './__testUtils__/mockWorkspacesApi';
import { workspacesApiRef } from './api';
import { FIELD_NAMES } from './fields/fieldNames';
import * as legacy from './index';

const { WorkspacesPage, workspacesPlugin } = legacy;

describe('the plugin for the legacy frontend system', () => {
  it('should provide the API', () => {
    const [factory] = [...workspacesPlugin.getApis()];
    expect(factory.api.id).toBe('plugin.workspaces.client');
  });

  it('should show the page with its header', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [workspacesApiRef, mockWorkspacesApi()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/workspaces" element={<WorkspacesPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/workspaces'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'Team workspaces' }),
    ).toBeInTheDocument();
  });

  it('should have no default export, which the new system would load', () => {
    expect(legacy).not.toHaveProperty('default');
  });

  it('should name the fields as templates do', () => {
    expect(FIELD_NAMES).toEqual({
      owner: 'TeamWorkspaceOwner',
      id: 'TeamWorkspaceId',
      quotaProfile: 'TeamWorkspaceQuotaProfile',
      cluster: 'TeamWorkspaceCluster',
      plan: 'TeamWorkspacePlan',
    });
  });
});
