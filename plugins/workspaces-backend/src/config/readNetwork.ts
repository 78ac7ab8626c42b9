import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  NetworkConfig,
  NetworkPeer,
  NetworkPort,
  NetworkProfileConfig,
} from '../types';
import { readChoice, readTextMap } from './configProblems';
import {
  SHIPPED_CORE_SERVICES,
  SHIPPED_DNS,
  SHIPPED_NETWORK_PROFILES,
} from './networkProfiles';
import { readEgressRange } from './readEgressRange';

const PATH = 'workspaces.network';

/** Reads `workspaces.network`. A profile of the name of a shipped one takes its place. */
export function readNetwork(config: Config | undefined): NetworkConfig {
  if (config) {
    assertKnownKeys(config, PATH, ['coreServices', 'dns', 'profiles']);
  }
  const profiles = new Map(
    SHIPPED_NETWORK_PROFILES.map(profile => [profile.name, profile]),
  );
  const configured = config?.getOptionalConfig('profiles');
  for (const name of configured?.keys() ?? []) {
    profiles.set(name, readProfile(name, configured!.getConfig(name)));
  }
  return {
    coreServices: readPeer(config, 'coreServices') ?? SHIPPED_CORE_SERVICES,
    dns: readPeer(config, 'dns') ?? SHIPPED_DNS,
    profiles: [...profiles.values()],
  };
}

function readPeer(
  config: Config | undefined,
  key: string,
): NetworkPeer | undefined {
  const peer = config?.getOptionalConfig(key);
  if (!peer) {
    return undefined;
  }
  const path = `${PATH}.${key}`;
  assertKnownKeys(peer, path, ['namespaceLabels', 'podLabels']);
  const readLabels = (name: 'namespaceLabels' | 'podLabels') => {
    const labels = readTextMap(peer, path, name) ?? {};
    if (Object.keys(labels).length === 0) {
      // An empty selector would let every namespace or pod in.
      throw invalidConfig(
        `${path}.${name}`,
        'at least one label is needed, because none would select everything.',
      );
    }
    return labels;
  };
  return {
    namespaceLabels: readLabels('namespaceLabels'),
    podLabels: readLabels('podLabels'),
  };
}

function readProfile(name: string, config: Config): NetworkProfileConfig {
  const path = `${PATH}.profiles.${name}`;
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw invalidConfig(
      path,
      'the name must be 1 to 63 lower case letters, digits and inner hyphens.',
    );
  }
  assertKnownKeys(config, path, [
    'ingressFromCoreServices',
    'withinNamespace',
    'egressOutside',
    'egressTo',
  ]);
  const ingress = config.getOptional('ingressFromCoreServices');
  return {
    name,
    ...(ingress !== undefined && {
      ingressFromCoreServices:
        ingress === 'all'
          ? 'all'
          : readPorts(config, path, 'ingressFromCoreServices'),
    }),
    withinNamespace: config.getOptionalBoolean('withinNamespace') ?? false,
    egressOutside: readPorts(config, path, 'egressOutside'),
    egressTo: (config.getOptionalConfigArray('egressTo') ?? []).map(
      (range, index) => {
        const rangePath = `${path}.egressTo[${index}]`;
        assertKnownKeys(range, rangePath, ['cidr', 'ports']);
        const ports = readPorts(range, rangePath, 'ports');
        if (ports.length === 0) {
          throw invalidConfig(
            `${rangePath}.ports`,
            'at least one port is needed.',
          );
        }
        return { cidr: readEgressRange(range, rangePath), ports };
      },
    ),
  };
}

function readPorts(config: Config, path: string, key: string): NetworkPort[] {
  return (config.getOptionalConfigArray(key) ?? []).map((entry, index) => {
    const portPath = `${path}.${key}[${index}]`;
    assertKnownKeys(entry, portPath, ['protocol', 'port']);
    const port = entry.getNumber('port');
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw invalidConfig(
        `${portPath}.port`,
        `${port} is not a port from 1 to 65535.`,
      );
    }
    return {
      protocol:
        readChoice(entry, portPath, 'protocol', ['TCP', 'UDP'] as const) ??
        'TCP',
      port,
    };
  });
}
