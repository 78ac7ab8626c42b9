import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { MembershipConfig } from '../types';

const PATH = 'workspaces.membership';

/** A type, a colon and a target, as the catalog writes locations; `*` stands for any characters of the target. */
const PATTERN = /^[a-z][a-z0-9_-]*:\S+$/i;

/** Reads which Users and Groups of the catalog count: `workspaces.membership`, and the locations of the catalog. */
export function readMembership(rootConfig: Config): MembershipConfig {
  const config = rootConfig.getOptionalConfig(PATH);
  if (config) {
    assertKnownKeys(config, PATH, ['trustedLocations']);
  }
  const trustedLocations = config?.getOptionalStringArray('trustedLocations');
  trustedLocations?.forEach((pattern, index) => {
    if (!PATTERN.test(pattern)) {
      throw invalidConfig(
        `${PATH}.trustedLocations[${index}]`,
        `"${pattern}" is not a location such as url:https://github.com/acme/org/* or ldap://*.`,
      );
    }
  });
  return { trustedLocations, catalogLocations: readLocations(rootConfig) };
}

/** As the catalog writes them into the annotation of entities: file targets are absolute. */
function readLocations(rootConfig: Config): string[] {
  const locations =
    rootConfig.getOptionalConfigArray('catalog.locations') ?? [];
  return locations.map(location => {
    const type = location.getString('type');
    const target = location.getString('target');
    return `${type}:${type === 'file' ? resolve(target) : target}`;
  });
}
