import type { Config } from '@backstage/config';
import type { NamespaceConfig } from '../types';
import { checkNamespaceSuffixes } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { readChoice } from './configProblems';

/** The namespaces of DRLS. */
const SHIPPED_NAMESPACES: readonly NamespaceConfig[] = [
  {
    suffix: 'notebooks',
    networkProfile: 'notebooks',
    podSecurity: 'restricted',
  },
  {
    suffix: 'drls-clusters',
    networkProfile: 'clusters',
    podSecurity: 'restricted',
  },
  {
    suffix: 'drls-pipelines',
    networkProfile: 'pipelines',
    podSecurity: 'restricted',
  },
];

/** Reads `workspaces.namespaces`, and refuses suffixes with which two workspaces could meet in one namespace. */
export function readNamespaces(
  config: Config,
  reservedNamespaces: readonly string[],
  networkProfiles: readonly string[],
): NamespaceConfig[] {
  const path = 'workspaces.namespaces';
  const namespaces =
    config
      .getOptionalConfigArray('namespaces')
      ?.map((entry, index) => readNamespace(entry, `${path}[${index}]`)) ??
    SHIPPED_NAMESPACES;
  const problems = checkNamespaceSuffixes(
    namespaces.map(({ suffix }) => suffix),
    reservedNamespaces,
  );
  if (problems.length > 0) {
    throw invalidConfig(path, problems.join(' '));
  }
  for (const [index, { networkProfile }] of namespaces.entries()) {
    assertNetworkProfile(
      `${path}[${index}].networkProfile`,
      networkProfile,
      networkProfiles,
    );
  }
  return [...namespaces];
}

/** Refuses the name of a network profile that is not there. */
export function assertNetworkProfile(
  key: string,
  name: string,
  networkProfiles: readonly string[],
): void {
  if (!networkProfiles.includes(name)) {
    throw invalidConfig(
      key,
      `there is no network profile "${name}"; there are ${networkProfiles.join(
        ', ',
      )}.`,
    );
  }
}

function readNamespace(config: Config, path: string): NamespaceConfig {
  assertKnownKeys(config, path, ['suffix', 'networkProfile', 'podSecurity']);
  return {
    suffix: config.getString('suffix'),
    networkProfile: config.getString('networkProfile'),
    podSecurity:
      readChoice(config, path, 'podSecurity', [
        'privileged',
        'baseline',
        'restricted',
      ] as const) ?? 'restricted',
  };
}
