import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { RiStackLine } from '@remixicon/react';
import {
  WORKSPACE_ENTITY_TYPE,
  WorkspacesClient,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from './api';
import { isTeamWorkspace } from './entity/workspaceEntity';
import {
  healthRouteRef,
  requestRouteRef,
  rootRouteRef,
  workspaceRouteRef,
} from './routes';
import { SignInReporter } from './signIn';

export { workspacesTranslationRef } from './translation';

const workspacesApi = ApiBlueprint.make({
  params: define =>
    define({
      api: workspacesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new WorkspacesClient(apis),
    }),
});

const workspacesPage = PageBlueprint.make({
  params: {
    path: '/workspaces',
    routeRef: rootRouteRef,
    loader: () => import('./page').then(m => <m.WorkspacesContent />),
  },
});

const entityWorkspaces = EntityContentBlueprint.make({
  name: 'group',
  params: {
    path: '/team-workspaces',
    title: 'Team workspaces',
    // The Group of the members of a workspace owns none.
    filter: {
      $all: [
        { kind: 'group' },
        { $not: { 'spec.type': WORKSPACE_ENTITY_TYPE } },
      ],
    },
    loader: () => import('./entity').then(m => <m.EntityWorkspaces />),
  },
});

const entityWorkspaceMembers = EntityContentBlueprint.make({
  name: 'members',
  params: {
    path: '/workspace-members',
    title: 'Members',
    filter: isTeamWorkspace,
    loader: () => import('./entity').then(m => <m.EntityWorkspaceMembers />),
  },
});

const entityWorkspaceCard = EntityCardBlueprint.make({
  name: 'workspace',
  params: {
    type: 'content',
    filter: isTeamWorkspace,
    loader: () => import('./entity').then(m => <m.EntityWorkspaceCard />),
  },
});

const signInReport = AppRootElementBlueprint.make({
  name: 'sign-in-report',
  params: { element: <SignInReporter /> },
});

const formFields = [
  FormFieldBlueprint.make({
    name: 'owner',
    params: {
      field: () => import('./fields/formFields').then(m => m.ownerFormField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'id',
    params: {
      field: () => import('./fields/formFields').then(m => m.idFormField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'quota-profile',
    params: {
      field: () =>
        import('./fields/formFields').then(m => m.quotaProfileFormField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster',
    params: {
      field: () => import('./fields/formFields').then(m => m.clusterFormField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'plan',
    params: {
      field: () => import('./fields/formFields').then(m => m.planFormField),
    },
  }),
];

/** Team workspaces for the new frontend system. @public */
export default createFrontendPlugin({
  pluginId: 'workspaces',
  title: 'Team workspaces',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    workspace: workspaceRouteRef,
    health: healthRouteRef,
  },
  externalRoutes: { request: requestRouteRef },
  extensions: [
    workspacesApi,
    workspacesPage,
    entityWorkspaces,
    entityWorkspaceMembers,
    entityWorkspaceCard,
    signInReport,
    ...formFields,
  ],
});
