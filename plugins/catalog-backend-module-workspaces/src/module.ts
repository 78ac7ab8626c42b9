import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  WORKSPACES_EVENT_TOPIC,
  WorkspacesClient,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { readProviderConfig } from './config/readProviderConfig';
import { readWorkspaceId } from './provider/readWorkspaceId';
import { WorkspaceEntityProvider } from './provider/WorkspaceEntityProvider';
import { WorkspaceSource } from './source/WorkspaceSource';

/**
 * Adds a Resource and a Group of members to the catalog for each team workspace.
 *
 * @public
 */
export const catalogModuleWorkspaces = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'workspaces',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        lifecycle,
        logger,
        scheduler,
      }) {
        const { schedule, ...render } = readProviderConfig(config);
        const api = new WorkspacesClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const provider = new WorkspaceEntityProvider({
          source: new WorkspaceSource({ api, auth }),
          taskRunner: scheduler.createScheduledTaskRunner(schedule),
          logger,
          render,
        });
        catalog.addEntityProvider(provider);
        await events.subscribe({
          // A name of its own for each backend: every one of them has to hear of every change.
          id: `catalog-workspaces-${randomUUID()}`,
          topics: [WORKSPACES_EVENT_TOPIC],
          onEvent: async ({ eventPayload }) => {
            const id = readWorkspaceId(eventPayload);
            if (id !== undefined) {
              provider.workspaceChanged(id);
            }
          },
        });
        lifecycle.addShutdownHook(() => provider.stop());
      },
    });
  },
});
