import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  workspacesIamExtensionPoint,
  workspacesStepExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { readAwsConfig } from './config';
import { createAwsRoles } from './createAwsRoles';

/**
 * Adds AWS roles to team workspaces. Without `workspaces.aws` in the configuration it adds nothing, and role ARNs can
 * only be pasted.
 *
 * @public
 */
export const workspacesModuleAws = createBackendModule({
  pluginId: 'workspaces',
  moduleId: 'aws',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        iam: workspacesIamExtensionPoint,
        logger: coreServices.logger,
        steps: workspacesStepExtensionPoint,
      },
      async init({ config, iam, logger, steps }) {
        const clusters = readAwsConfig(config);
        if (clusters.size === 0) {
          logger.info(
            'Role ARNs can be pasted, and are not verified: workspaces.aws names no cluster.',
          );
          return;
        }
        const { steps: added, createProvider } = createAwsRoles({
          clusters,
          credentials: DefaultAwsCredentialsManager.fromConfig(config),
        });
        iam.setProvider(createProvider);
        added.forEach(step => steps.addStep(step));
      },
    });
  },
});
