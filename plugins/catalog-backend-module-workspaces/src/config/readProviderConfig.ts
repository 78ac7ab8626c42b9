import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

const KEY = 'catalog.providers.workspaces';

const DEFAULT_GROUP_NAMESPACE = 'workspaces';

/** Namespace of the Resource of a workspace, and that of Groups which come from an organisation. */
export const DEFAULT_NAMESPACE = 'default';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 5 },
};

/** The `catalog.providers.workspaces` section, read and checked. */
export interface ProviderConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Namespace of the Groups that hold members. */
  readonly groupNamespace: string;
  /** Where people open the portal, without a slash at the end. */
  readonly appBaseUrl: string;
}

/** Reads the configuration. Throws with the name of the key and the rule when something is wrong with it. */
export function readProviderConfig(root: Config): ProviderConfig {
  const config = root.getOptionalConfig(KEY);
  return {
    schedule: readSchedule(config?.getOptionalConfig('schedule')),
    groupNamespace: readGroupNamespace(config),
    appBaseUrl: root.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}

function readSchedule(
  config: Config | undefined,
): SchedulerServiceTaskScheduleDefinition {
  if (config?.has('scope')) {
    throw new Error(
      `${KEY}.schedule.scope is not supported: each backend reads workspaces for itself`,
    );
  }
  const schedule = config
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(config)
    : DEFAULT_SCHEDULE;
  // Each backend compares changes with what it emitted last, which a full read brings up to date.
  return { ...schedule, scope: 'local' };
}

function readGroupNamespace(config: Config | undefined): string {
  const namespace =
    config?.getOptionalString('groupNamespace') ?? DEFAULT_GROUP_NAMESPACE;
  if (
    !KubernetesValidatorFunctions.isValidNamespace(namespace) ||
    namespace === DEFAULT_NAMESPACE
  ) {
    throw new Error(
      `${KEY}.groupNamespace must be a namespace of the catalog other than "${DEFAULT_NAMESPACE}", where the Groups of an organisation are, but is "${namespace}"`,
    );
  }
  return namespace;
}
