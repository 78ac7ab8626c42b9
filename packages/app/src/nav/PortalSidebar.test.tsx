import { ConfigReader } from '@backstage/config';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import { render, screen, within } from '@testing-library/react';
import { navModule } from './navModule';

function pluginWithPage(pluginId: string, title: string) {
  return createFrontendPlugin({
    pluginId,
    extensions: [
      PageBlueprint.make({
        params: {
          path: `/${pluginId}`,
          title,
          icon: <span />,
          routeRef: createRouteRef(),
          loader: async () => <div>{title} page</div>,
        },
      }),
    ],
  });
}

// Starts a whole app.
jest.setTimeout(30_000);

/** What the picture of the person beside "Settings" is read from. */
const catalogApi = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'catalog',
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock(),
        }),
    }),
  ],
});

describe('PortalSidebar', () => {
  it('should show team workspaces first, and nothing twice', async () => {
    const config = new ConfigReader({
      app: {
        title: 'Developer portal',
        baseUrl: 'http://localhost',
        extensions: [{ 'sign-in-page:app': false }],
      },
      backend: { baseUrl: 'http://localhost' },
    });
    const app = createApp({
      features: [
        navModule,
        catalogApi,
        notificationsPlugin,
        signalsPlugin,
        pluginWithPage('reports', 'Reports'),
        pluginWithPage('catalog', 'Catalog'),
        pluginWithPage('scaffolder', 'Templates'),
        pluginWithPage('user-settings', 'Preferences'),
        pluginWithPage('workspaces', 'Team workspaces'),
      ],
      advanced: { configLoader: async () => ({ config }) },
    });
    render(app.createRoot());

    const nav = await screen.findByTestId('sidebar-root', undefined, {
      timeout: 20_000,
    });
    const links = within(nav)
      .getAllByRole('link')
      .map(link => link.getAttribute('aria-label') ?? link.textContent);
    expect(links).toEqual([
      'Developer portal, start page',
      'Team workspaces',
      'Catalog',
      'Create',
      'Reports',
      'Notifications',
      'Settings',
    ]);
  });
});
