import type { Config } from '@backstage/config';
import { ConfigReader } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { WorkspacesConfig } from '../types';
import { readClusters } from './clusters';
import { readWholeNumber } from './configProblems';
import { SHIPPED_DEFAULT_QUOTA_PROFILE } from './quotaProfiles';
import { readDefaultWorkspace } from './readDefaultWorkspace';
import { readEntityRef } from './readEntityRef';
import { readMembership } from './readMembership';
import { readIdentity } from './readIdentity';
import { readNamespaces } from './readNamespaces';
import { readNetwork } from './readNetwork';
import { readQuotaProfiles } from './readQuotaProfiles';
import { readRbac } from './readRbac';
import { readReconciler } from './readReconciler';

const KEYS = [
  // Of module aws, which reads it.
  'aws',
  'admins',
  'clusters',
  'namespaces',
  'reservedIds',
  'defaultWorkspace',
  'network',
  'quotaProfiles',
  'defaultQuotaProfile',
  'rbac',
  'limits',
  'nestedGroups',
  'identity',
  'membership',
  'reconciler',
];

/**
 * Reads the `workspaces` section of the root configuration. Throws an error that names key and rule, so that a
 * backend with a mistake in it does not start.
 */
export function readWorkspacesConfig(rootConfig: Config): WorkspacesConfig {
  const config =
    rootConfig.getOptionalConfig('workspaces') ?? new ConfigReader({});
  assertKnownKeys(config, 'workspaces', KEYS);
  const network = readNetwork(config.getOptionalConfig('network'));
  const networkProfiles = network.profiles.map(({ name }) => name);
  const defaultWorkspace = readDefaultWorkspace(config, networkProfiles);
  const namespaces = readNamespaces(
    config,
    defaultWorkspace?.namespaces.map(({ name }) => name) ?? [],
    networkProfiles,
  );
  return {
    admins: (config.getOptionalStringArray('admins') ?? []).map((text, index) =>
      readEntityRef(`workspaces.admins[${index}]`, text, ['user', 'group']),
    ),
    clusters: readClusters(rootConfig),
    namespaces,
    reservedIds: config.getOptionalStringArray('reservedIds') ?? [],
    defaultWorkspace,
    network,
    ...readQuota(config),
    rbac: readRbac(config.getOptionalConfig('rbac')),
    workspacesPerGroup: readLimit(config),
    nestedGroups: config.getOptionalBoolean('nestedGroups') ?? true,
    membership: readMembership(rootConfig),
    identity: readIdentity(config.getOptionalConfig('identity')),
    reconciler: readReconciler(config.getOptionalConfig('reconciler')),
  };
}

function readQuota(
  config: Config,
): Pick<WorkspacesConfig, 'quotaProfiles' | 'defaultQuotaProfile'> {
  const quotaProfiles = readQuotaProfiles(config);
  const names = quotaProfiles.map(({ name }) => name);
  const defaultQuotaProfile =
    config.getOptionalString('defaultQuotaProfile') ??
    (names.includes(SHIPPED_DEFAULT_QUOTA_PROFILE)
      ? SHIPPED_DEFAULT_QUOTA_PROFILE
      : names[0]);
  if (!names.includes(defaultQuotaProfile)) {
    throw invalidConfig(
      'workspaces.defaultQuotaProfile',
      `there is no quota profile "${defaultQuotaProfile}"; there are ${names.join(
        ', ',
      )}.`,
    );
  }
  return { quotaProfiles, defaultQuotaProfile };
}

function readLimit(config: Config): number {
  const limits = config.getOptionalConfig('limits');
  if (!limits) {
    return 5;
  }
  assertKnownKeys(limits, 'workspaces.limits', ['perGroup']);
  return readWholeNumber(limits, 'workspaces.limits', 'perGroup', 0) ?? 5;
}
