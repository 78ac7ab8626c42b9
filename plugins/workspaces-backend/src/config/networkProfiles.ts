import type { NetworkPeer, NetworkPort, NetworkProfileConfig } from '../types';

const HTTPS: NetworkPort = { protocol: 'TCP', port: 443 };

/**
 * The network profiles of DRLS. What they send to "outside" never reaches private, link-local or cluster
 * addresses; brokers and endpoints with private addresses are named by range in the configuration.
 */
export const SHIPPED_NETWORK_PROFILES: readonly NetworkProfileConfig[] = [
  {
    name: 'notebooks',
    // The port of the marimo notebook server.
    ingressFromCoreServices: [{ protocol: 'TCP', port: 2718 }],
    withinNamespace: false,
    egressOutside: [HTTPS],
    egressTo: [],
  },
  {
    name: 'clusters',
    ingressFromCoreServices: 'all',
    withinNamespace: true,
    egressOutside: [HTTPS],
    egressTo: [],
  },
  {
    name: 'pipelines',
    ingressFromCoreServices: 'all',
    withinNamespace: true,
    // Kafka beside HTTPS.
    egressOutside: [
      HTTPS,
      { protocol: 'TCP', port: 9092 },
      { protocol: 'TCP', port: 9093 },
    ],
    egressTo: [],
  },
];

/** The pods of the core services. */
export const SHIPPED_CORE_SERVICES: NetworkPeer = {
  namespaceLabels: { 'kubernetes.io/metadata.name': 'core-services' },
  podLabels: { 'app.kubernetes.io/name': 'core-services' },
};

/** The DNS of the cluster. */
export const SHIPPED_DNS: NetworkPeer = {
  namespaceLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
  podLabels: { 'k8s-app': 'kube-dns' },
};
