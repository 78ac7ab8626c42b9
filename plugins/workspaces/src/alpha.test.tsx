import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import workspacesPlugin from './alpha';

describe('the plugin for the new frontend system', () => {
  it.each([
    'api:workspaces',
    'page:workspaces',
    'entity-content:workspaces/group',
    'entity-content:workspaces/members',
    'entity-card:workspaces/workspace',
    'app-root-element:workspaces/sign-in-report',
    'scaffolder-form-field:workspaces/owner',
    'scaffolder-form-field:workspaces/id',
    'scaffolder-form-field:workspaces/quota-profile',
    'scaffolder-form-field:workspaces/cluster',
    'scaffolder-form-field:workspaces/plan',
  ])('should have the extension %s', id => {
    expect(workspacesPlugin.getExtension(id as never)).toBeDefined();
  });

  it('should show its page at /workspaces', async () => {
    renderTestApp({
      features: [workspacesPlugin],
      initialRouteEntries: ['/workspaces'],
    });
    expect(
      await screen.findByRole('tab', { name: /Mine/ }),
    ).toBeInTheDocument();
  });
});
