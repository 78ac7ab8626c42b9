import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
  type ClusterConnection,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { parseCidr } from './cidr';
import { readCertificateAuthority } from './readCertificateAuthority';

const KEY = 'workspaces.clusters';

const WAYS = ['kubeconfig', 'inCluster', 'token', 'aws'] as const;

/** Names of clusters stand in URLs, queries and messages. */
const NAME_PATTERN = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

/** Reads `workspaces.clusters` of the root configuration. Throws an error that names the key and the rule it breaks. */
export function readClusters(rootConfig: Config): ClusterDefinition[] {
  const names = new Set<string>();
  const sections = rootConfig.getOptionalConfigArray(KEY) ?? [];
  return sections.map((section, index) => {
    const cluster = readCluster(section, `${KEY}[${index}]`);
    if (names.has(cluster.name)) {
      throw invalidConfig(
        `${KEY}[${index}].name`,
        `"${cluster.name}" is there twice.`,
      );
    }
    names.add(cluster.name);
    return cluster;
  });
}

function readCluster(config: Config, key: string): ClusterDefinition {
  assertKnownKeys(config, key, ['name', 'title', 'internalCidrs', ...WAYS]);
  const name = config.getString('name');
  if (!NAME_PATTERN.test(name)) {
    throw invalidConfig(
      `${key}.name`,
      `"${name}" is not 1 to 63 lower case letters, digits, and inner hyphens and dots.`,
    );
  }
  return {
    name,
    title: config.getOptionalString('title'),
    connection: readConnection(config, key),
    internalCidrs: readCidrs(config, key),
  };
}

function readConnection(config: Config, key: string): ClusterConnection {
  const ways = WAYS.filter(way => config.has(way));
  if (ways.length !== 1) {
    throw invalidConfig(
      key,
      `exactly one of ${WAYS.join(', ')} must be given; there is ${
        ways.join(' and ') || 'none'
      }.`,
    );
  }
  const [way] = ways;
  if (way === 'inCluster') {
    if (!config.getBoolean(way)) {
      throw invalidConfig(`${key}.${way}`, 'it can only be true.');
    }
    return { type: way };
  }
  const readers = {
    kubeconfig: readKubeconfig,
    token: readToken,
    aws: readAws,
  };
  return readers[way](config.getConfig(way), `${key}.${way}`);
}

function readKubeconfig(config: Config, key: string): ClusterConnection {
  assertKnownKeys(config, key, ['file', 'context']);
  if (!config.has('context')) {
    throw invalidConfig(
      `${key}.context`,
      'a context must be named; the current one of the file is never used.',
    );
  }
  return {
    type: 'kubeconfig',
    file: resolve(config.getString('file')),
    context: config.getString('context'),
  };
}

function readToken(config: Config, key: string): ClusterConnection {
  assertKnownKeys(config, key, ['url', 'caData', 'caFile', 'token']);
  return {
    type: 'token',
    url: readUrl(config, key),
    caData: readCertificateAuthority(config, key),
    token: config.getString('token'),
  };
}

function readAws(config: Config, key: string): ClusterConnection {
  assertKnownKeys(config, key, [
    'url',
    'caData',
    'caFile',
    'clusterName',
    'region',
    'accountId',
    'assumeRole',
    'externalId',
  ]);
  return {
    type: 'aws',
    url: readUrl(config, key),
    caData: readCertificateAuthority(config, key),
    clusterName: config.getString('clusterName'),
    region: config.getString('region'),
    accountId: config.getOptionalString('accountId'),
    assumeRole: config.getOptionalString('assumeRole'),
    externalId: config.getOptionalString('externalId'),
  };
}

function readUrl(config: Config, key: string): string {
  const url = config.getString('url');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw invalidConfig(
      `${key}.url`,
      `"${url}" is not an https:// URL; credentials are never sent in the clear.`,
    );
  }
  return url;
}

function readCidrs(config: Config, key: string): string[] {
  const cidrs = config.getOptionalStringArray('internalCidrs') ?? [];
  for (const [index, cidr] of cidrs.entries()) {
    if (!parseCidr(cidr)) {
      throw invalidConfig(
        `${key}.internalCidrs[${index}]`,
        `"${cidr}" is not a range of addresses such as 10.0.0.0/16.`,
      );
    }
  }
  return cidrs;
}
