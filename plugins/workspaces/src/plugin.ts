import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { WorkspacesClient } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from './api';
import { ClusterField } from './fields/ClusterField';
import { FIELD_NAMES } from './fields/fieldNames';
import { textFieldSchema } from './fields/fieldTypes';
import { IdField } from './fields/IdField';
import { OwnerField } from './fields/OwnerField';
import { PlanField } from './fields/PlanField';
import { QuotaProfileField } from './fields/QuotaProfileField';
import { validateId } from './fields/validateId';
import { validateOwner } from './fields/validateOwner';
import { requestRouteRef, rootRouteRef } from './routes';

/** Team workspaces for the legacy frontend system. @public */
export const workspacesPlugin = createPlugin({
  id: 'workspaces',
  routes: { root: rootRouteRef },
  externalRoutes: { request: requestRouteRef },
  apis: [
    createApiFactory({
      api: workspacesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new WorkspacesClient(apis),
    }),
  ],
});

/** List and pages of team workspaces; mount it at `/workspaces`. @public */
export const WorkspacesPage = workspacesPlugin.provide(
  createRoutableExtension({
    name: 'WorkspacesPage',
    component: () => import('./page').then(m => m.WorkspacesPage),
    mountPoint: rootRouteRef,
  }),
);

/** The team workspaces of a Group, for a tab of its entity page. @public */
export const EntityWorkspacesContent = workspacesPlugin.provide(
  createComponentExtension({
    name: 'EntityWorkspacesContent',
    component: { lazy: () => import('./entity').then(m => m.EntityWorkspaces) },
  }),
);

/** The members of the workspace that a Resource stands for, for a tab of its entity page. @public */
export const EntityWorkspaceMembersContent = workspacesPlugin.provide(
  createComponentExtension({
    name: 'EntityWorkspaceMembersContent',
    component: {
      lazy: () => import('./entity').then(m => m.EntityWorkspaceMembers),
    },
  }),
);

/** How the workspace that a Resource stands for is doing, for a card of its entity page. @public */
export const EntityWorkspaceCard = workspacesPlugin.provide(
  createComponentExtension({
    name: 'EntityWorkspaceCard',
    component: {
      lazy: () => import('./entity').then(m => m.EntityWorkspaceCard),
    },
  }),
);

/** `ui:field: TeamWorkspaceOwner`. @public */
export const TeamWorkspaceOwnerFieldExtension = workspacesPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.owner,
    component: OwnerField,
    validation: validateOwner,
    schema: textFieldSchema.schema,
  }),
);

/** `ui:field: TeamWorkspaceId`. @public */
export const TeamWorkspaceIdFieldExtension = workspacesPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.id,
    component: IdField,
    validation: validateId,
    schema: textFieldSchema.schema,
  }),
);

/** `ui:field: TeamWorkspaceQuotaProfile`. @public */
export const TeamWorkspaceQuotaProfileFieldExtension = workspacesPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.quotaProfile,
    component: QuotaProfileField,
    schema: textFieldSchema.schema,
  }),
);

/** `ui:field: TeamWorkspaceCluster`. @public */
export const TeamWorkspaceClusterFieldExtension = workspacesPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.cluster,
    component: ClusterField,
    schema: textFieldSchema.schema,
  }),
);

/** `ui:field: TeamWorkspacePlan`. @public */
export const TeamWorkspacePlanFieldExtension = workspacesPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.plan,
    component: PlanField,
    schema: textFieldSchema.schema,
  }),
);
