import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { DefaultWorkspaceConfig } from '../types';
import { readEntityRef } from './readEntityRef';
import { assertNetworkProfile } from './readNamespaces';

const SHIPPED_DEFAULT_WORKSPACE: DefaultWorkspaceConfig = {
  displayName: 'Default workspace',
  owner: undefined,
  namespaces: [
    { name: 'notebooks', networkProfile: 'notebooks' },
    { name: 'drls-clusters', networkProfile: 'clusters' },
    { name: 'drls-pipelines', networkProfile: 'pipelines' },
  ],
};

const PATH = 'workspaces.defaultWorkspace';

/** Reads `workspaces.defaultWorkspace`; undefined when it is switched off. */
export function readDefaultWorkspace(
  config: Config,
  networkProfiles: readonly string[],
): DefaultWorkspaceConfig | undefined {
  const section = config.getOptionalConfig('defaultWorkspace');
  if (!section) {
    return SHIPPED_DEFAULT_WORKSPACE;
  }
  assertKnownKeys(section, PATH, [
    'enabled',
    'displayName',
    'owner',
    'namespaces',
  ]);
  if (section.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  const namespaces =
    section
      .getOptionalConfigArray('namespaces')
      ?.map((entry, index) =>
        readNamespace(entry, `${PATH}.namespaces[${index}]`, networkProfiles),
      ) ?? SHIPPED_DEFAULT_WORKSPACE.namespaces;
  const owner = section.getOptionalString('owner');
  return {
    displayName:
      section.getOptionalString('displayName') ??
      SHIPPED_DEFAULT_WORKSPACE.displayName,
    owner:
      owner === undefined
        ? undefined
        : readEntityRef(`${PATH}.owner`, owner, ['group']),
    namespaces,
  };
}

function readNamespace(
  config: Config,
  path: string,
  networkProfiles: readonly string[],
): DefaultWorkspaceConfig['namespaces'][number] {
  assertKnownKeys(config, path, ['name', 'networkProfile']);
  const name = config.getString('name');
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw invalidConfig(`${path}.name`, `"${name}" is not a namespace name.`);
  }
  const networkProfile = config.getString('networkProfile');
  assertNetworkProfile(
    `${path}.networkProfile`,
    networkProfile,
    networkProfiles,
  );
  return { name, networkProfile };
}
