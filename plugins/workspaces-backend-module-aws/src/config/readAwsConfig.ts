import { ConfigReader, type Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from './AwsClusterConfig';
import { readAwsCluster } from './readAwsCluster';

const KEY = 'workspaces.aws';

/**
 * Reads `workspaces.aws`; nothing when there is none. Throws an error that names key and rule, so that a backend
 * with a mistake in it does not start.
 */
export function readAwsConfig(
  rootConfig: Config,
): ReadonlyMap<string, AwsClusterConfig> {
  const config = rootConfig.getOptionalConfig(KEY);
  if (!config) {
    return new Map();
  }
  assertKnownKeys(config, KEY, ['clusters']);
  // Names of clusters may hold dots, which keys of a Config may not.
  const sections = config.getOptional('clusters') ?? {};
  if (typeof sections !== 'object' || Array.isArray(sections)) {
    throw invalidConfig(
      `${KEY}.clusters`,
      'it must be an object from names of clusters to their AWS side.',
    );
  }
  const clusters = Object.entries(sections).map(([name, section]) => {
    const path = `${KEY}.clusters.${name}`;
    if (
      typeof section !== 'object' ||
      section === null ||
      Array.isArray(section)
    ) {
      throw invalidConfig(path, 'it must be an object.');
    }
    return readAwsCluster(name, path, new ConfigReader(section, path));
  });
  assertNamesApart(clusters);
  return new Map(clusters.map(cluster => [cluster.cluster, cluster]));
}

/** The same id may be in use in several clusters: their roles need different names, their data different places. */
function assertNamesApart(clusters: readonly AwsClusterConfig[]): void {
  const seen = new Map<string, string>();
  for (const { cluster, account, bucket, partition, ...rest } of clusters) {
    const names = [`bucket ${partition} ${bucket}`];
    if (rest.modes.includes('managed')) {
      names.push(`role ${account} ${rest.roleNamePattern.toLowerCase()}`);
    }
    for (const name of names) {
      const other = seen.get(name);
      if (other !== undefined) {
        throw invalidConfig(
          `${KEY}.clusters.${cluster}`,
          name.startsWith('role')
            ? `its roles would have the names of those of cluster ${other}; choose another roleNamePattern.`
            : `it has the bucket of cluster ${other}, where workspaces of the same id would share a prefix.`,
        );
      }
      seen.set(name, cluster);
    }
  }
}
