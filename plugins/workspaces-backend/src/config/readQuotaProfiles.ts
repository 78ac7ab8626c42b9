import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { QuotaProfileConfig } from '../types';
import { canonicalQuantity, quantityInThousandths } from '../objects/quantity';
import { readTextMap } from './configProblems';
import { SHIPPED_QUOTA_PROFILES } from './quotaProfiles';

type Quantities = Readonly<Record<string, string>>;

/** Reads `workspaces.quotaProfiles`; configured profiles take the place of all shipped ones. */
export function readQuotaProfiles(config: Config): QuotaProfileConfig[] {
  const configured = config.getOptionalConfig('quotaProfiles');
  if (!configured) {
    return [...SHIPPED_QUOTA_PROFILES];
  }
  const profiles = configured
    .keys()
    .map(name => readQuotaProfile(name, configured.getConfig(name)));
  if (profiles.length === 0) {
    throw invalidConfig(
      'workspaces.quotaProfiles',
      'at least one profile is needed.',
    );
  }
  return profiles;
}

function readQuotaProfile(name: string, config: Config): QuotaProfileConfig {
  const path = `workspaces.quotaProfiles.${name}`;
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw invalidConfig(
      path,
      'the name must be 1 to 63 lower case letters, digits and inner hyphens.',
    );
  }
  assertKnownKeys(config, path, ['title', 'description', 'hard', 'container']);
  const hard = readQuantities(config, path, 'hard');
  if (Object.keys(hard).length === 0) {
    throw invalidConfig(`${path}.hard`, 'at least one limit is needed.');
  }
  return {
    name,
    title: config.getOptionalString('title') ?? name,
    description: config.getOptionalString('description'),
    hard,
    container: readContainerLimits(config, path),
  };
}

function readContainerLimits(
  config: Config,
  profilePath: string,
): QuotaProfileConfig['container'] {
  const path = `${profilePath}.container`;
  const container = config.getConfig('container');
  assertKnownKeys(container, path, ['default', 'defaultRequest', 'max']);
  const limits = readQuantities(container, path, 'default');
  const requests = readQuantities(container, path, 'defaultRequest');
  const max = readQuantities(container, path, 'max');
  assertNotAbove(`${path}.defaultRequest`, requests, 'default', limits);
  assertNotAbove(`${path}.default`, limits, 'max', max);
  assertNotAbove(`${path}.defaultRequest`, requests, 'max', max);
  return {
    default: limits,
    defaultRequest: requests,
    ...(Object.keys(max).length > 0 && { max }),
  };
}

function readQuantities(config: Config, path: string, key: string): Quantities {
  const quantities = readTextMap(config, path, key) ?? {};
  return Object.fromEntries(
    Object.entries(quantities).map(([resource, text]) => {
      const canonical = canonicalQuantity(text);
      if (canonical === undefined) {
        throw invalidConfig(
          `${path}.${key}[${resource}]`,
          `"${text}" is not a quantity such as 500m, 4 or 16Gi.`,
        );
      }
      return [resource, canonical];
    }),
  );
}

function assertNotAbove(
  key: string,
  lower: Quantities,
  upperName: string,
  upper: Quantities,
): void {
  for (const [resource, text] of Object.entries(lower)) {
    const limit = upper[resource];
    if (
      limit !== undefined &&
      quantityInThousandths(text)! > quantityInThousandths(limit)!
    ) {
      throw invalidConfig(
        `${key}[${resource}]`,
        `${text} is above ${upperName}, which is ${limit}.`,
      );
    }
  }
}
