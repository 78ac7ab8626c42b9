import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type { Entity } from '@backstage/catalog-model';
import { workspacesApiRef } from '../api';
import { requestRouteRef, rootRouteRef } from '../routes';
import type { MockWorkspacesApi } from './mockWorkspacesApi';

/** Renders something of the plugin inside a portal with a catalog and a scaffolder. */
export function renderWithApis(
  element: JSX.Element,
  options: {
    readonly api: MockWorkspacesApi;
    /** Where the reader is. */
    readonly at?: string;
    /** Path pattern at which the element stands. */
    readonly mountPath?: string;
    readonly entities?: Entity[];
    /** Names of permissions that the policy denies. */
    readonly denied?: readonly string[];
    /** Takes the API of signals away when left out. */
    readonly signals?: SignalApi;
  },
) {
  const { api, at = '/', entities = [], denied = [], signals } = options;
  return renderInTestApp(element, {
    mountPath: options.mountPath,
    initialRouteEntries: [at],
    mountedRoutes: {
      '/workspaces': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/templates/:namespace/:templateName': requestRouteRef,
    },
    apis: [
      [workspacesApiRef, api],
      [catalogApiRef, catalogApiMock({ entities })],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: ({ permission }) =>
            denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      ...(signals ? [[signalApiRef, signals] as const] : []),
    ],
  });
}
