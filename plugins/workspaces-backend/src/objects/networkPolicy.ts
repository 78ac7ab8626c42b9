import type {
  CredentialEndpoint,
  KubernetesObject,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  NetworkConfig,
  NetworkPeer,
  NetworkPort,
  NetworkProfileConfig,
} from '../types';
import { NETWORK_POLICY } from './kinds';
import { OBJECT_NAME, workspaceMetadata } from './metadata';
import { outsideBlocks } from './outside';

const DNS_PORTS: readonly NetworkPort[] = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
];

/** What the network policy of a namespace is made from. */
export interface NetworkPolicySettings {
  readonly namespace: string;
  readonly profile: NetworkProfileConfig;
  readonly network: Pick<NetworkConfig, 'coreServices' | 'dns'>;
  /** Ranges of the cluster itself. */
  readonly internalCidrs: readonly string[];
  /** Where pods get credentials of AWS; nothing else within a node is ever let through. */
  readonly credentialEndpoints?: readonly CredentialEndpoint[];
}

/** Renders the network policy of a namespace: for all pods, both ways, and only what the profile names. */
export function renderNetworkPolicy(
  workspace: Workspace,
  settings: NetworkPolicySettings,
): KubernetesObject {
  const { namespace, profile, network } = settings;
  return {
    ...NETWORK_POLICY,
    metadata: workspaceMetadata(workspace, { name: OBJECT_NAME, namespace }),
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      // Named even when empty: otherwise rules that somebody adds would not be ours to take away.
      ingress: renderIngress(profile, network.coreServices),
      egress: renderEgress(settings),
    },
  };
}

function renderIngress(
  profile: NetworkProfileConfig,
  coreServices: NetworkPeer,
): object[] {
  const rules: object[] = [];
  const allowed = profile.ingressFromCoreServices;
  if (allowed === 'all') {
    rules.push({ from: [renderPeer(coreServices)] });
  } else if (allowed && allowed.length > 0) {
    rules.push({
      from: [renderPeer(coreServices)],
      ports: renderPorts(allowed),
    });
  }
  if (profile.withinNamespace) {
    rules.push({ from: [{ podSelector: {} }] });
  }
  return rules;
}

function renderEgress({
  profile,
  network,
  internalCidrs,
  credentialEndpoints = [],
}: NetworkPolicySettings): object[] {
  const rules: object[] = [
    { to: [renderPeer(network.dns)], ports: renderPorts(DNS_PORTS) },
  ];
  const outside = outsideBlocks(internalCidrs);
  // A rule without peers would allow every destination, so there is none when nothing is outside.
  if (profile.egressOutside.length > 0 && outside.length > 0) {
    rules.push({
      to: outside.map(ipBlock => ({ ipBlock })),
      ports: renderPorts(profile.egressOutside),
    });
  }
  for (const { cidr, ports } of profile.egressTo) {
    // A rule without ports would allow every port.
    if (ports.length > 0) {
      rules.push({ to: [{ ipBlock: { cidr } }], ports: renderPorts(ports) });
    }
  }
  for (const { cidr, port } of credentialEndpoints) {
    rules.push({
      to: [{ ipBlock: { cidr } }],
      ports: renderPorts([{ protocol: 'TCP', port }]),
    });
  }
  if (profile.withinNamespace) {
    rules.push({ to: [{ podSelector: {} }] });
  }
  return rules;
}

/** Both selectors in one peer: pods with these labels in namespaces with those, and not either of them. */
function renderPeer({ namespaceLabels, podLabels }: NetworkPeer): object {
  return {
    namespaceSelector: { matchLabels: namespaceLabels },
    podSelector: { matchLabels: podLabels },
  };
}

function renderPorts(ports: readonly NetworkPort[]): object[] {
  return ports.map(({ protocol, port }) => ({ protocol, port }));
}
