import type {
  AuthService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WorkspaceStore } from '../types';
import type { HealthProbe } from './HealthReader';

/** Looks whether the database answers. */
export function probeDatabase(
  store: Pick<WorkspaceStore, 'queueState'>,
): HealthProbe {
  return probe({
    name: 'database',
    ask: () => store.queueState(),
    answers: 'The database answers.',
    hint: 'Check backend.database in the configuration, and that the database is up.',
  });
}

/** Looks whether the catalog answers. */
export function probeCatalog(
  catalog: CatalogService,
  auth: AuthService,
): HealthProbe {
  return probe({
    name: 'catalog',
    ask: async () =>
      catalog.queryEntities(
        { filter: { kind: 'group' }, limit: 1, fields: ['kind'] },
        { credentials: await auth.getOwnServiceCredentials() },
      ),
    answers: 'The catalog answers.',
    hint: 'Check that the catalog plugin is installed and up: Groups and their members are read from it.',
  });
}

/** Looks whether an optional plugin is part of this backend. */
export function probePlugin(options: {
  readonly instance: RootInstanceMetadataService;
  readonly pluginId: string;
  /** What is missing without it. */
  readonly without: string;
}): HealthProbe {
  const { instance, pluginId, without } = options;
  return async () => {
    const plugins = await instance.getInstalledPlugins();
    return plugins.some(plugin => plugin.pluginId === pluginId)
      ? { name: pluginId, status: 'ok', message: 'The plugin is installed.' }
      : {
          name: pluginId,
          status: 'warning',
          message: `The plugin is not part of this backend. ${without}`,
          hint: `Add the ${pluginId} plugin to the backend, unless another backend has it.`,
        };
  };
}

function probe(options: {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  readonly answers: string;
  readonly hint: string;
}): HealthProbe {
  const { name, ask, answers, hint } = options;
  return async () => {
    try {
      await ask();
      return { name, status: 'ok', message: answers };
    } catch (error) {
      return { name, status: 'failed', message: stringifyError(error), hint };
    }
  };
}
