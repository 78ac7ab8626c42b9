import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  workspacesClusterExtensionPoint,
  workspacesIamExtensionPoint,
  workspacesStepExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { ClusterExtensions } from './extensions/ClusterExtensions';
import { IamExtensions } from './extensions/IamExtensions';
import { StepExtensions } from './extensions/StepExtensions';
import { startWorkspaces } from './startWorkspaces';

/** Requests, provisions and repairs team workspaces. @public */
export const workspacesPlugin = createBackendPlugin({
  pluginId: 'workspaces',
  register(env) {
    const clusterExtensions = new ClusterExtensions();
    const iamExtensions = new IamExtensions();
    const stepExtensions = new StepExtensions();
    env.registerExtensionPoint(
      workspacesClusterExtensionPoint,
      clusterExtensions,
    );
    env.registerExtensionPoint(workspacesIamExtensionPoint, iamExtensions);
    env.registerExtensionPoint(workspacesStepExtensionPoint, stepExtensions);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        await startWorkspaces({
          ...services,
          clusterExtensions,
          iamExtensions,
          stepExtensions,
        });
      },
    });
  },
});
