import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The list of team workspaces. @public */
export const rootRouteRef = createRouteRef({ id: 'workspaces' });

/** One team workspace. @public */
export const workspaceRouteRef = createSubRouteRef({
  id: 'workspaces/workspace',
  parent: rootRouteRef,
  path: '/:id',
});

/** The health page of portal admins. @public */
export const healthRouteRef = createSubRouteRef({
  id: 'workspaces/health',
  parent: rootRouteRef,
  path: '/health',
});

/** The form of a software template, by which workspaces are requested. @public */
export const requestRouteRef = createExternalRouteRef({
  id: 'request-workspace',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
