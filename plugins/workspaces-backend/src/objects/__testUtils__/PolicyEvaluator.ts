import { BlockList, isIP } from 'node:net';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

interface Peer {
  readonly ipBlock?: { readonly cidr: string; readonly except?: string[] };
  readonly namespaceSelector?: Selector;
  readonly podSelector?: Selector;
}

interface Rule {
  readonly from?: Peer[];
  readonly to?: Peer[];
  readonly ports?: { readonly protocol: string; readonly port: number }[];
}

interface Spec {
  readonly ingress?: Rule[];
  readonly egress?: Rule[];
}

/** The other end of a connection: an address outside, or a pod with the labels of its namespace. */
export type Endpoint =
  | string
  | {
      readonly namespace: Readonly<Record<string, string>>;
      readonly pod: Readonly<Record<string, string>>;
      readonly sameNamespace?: boolean;
    };

/** Decides by the rules of Kubernetes what a network policy lets through, on its own and not by our code. */
export class PolicyEvaluator {
  readonly #spec: Spec;

  constructor(policy: KubernetesObject) {
    this.#spec = policy.spec as Spec;
  }

  allowsFrom(source: Endpoint, protocol: string, port: number): boolean {
    return (this.#spec.ingress ?? []).some(
      rule =>
        matchesPeers(rule.from, source) && matchesPorts(rule, protocol, port),
    );
  }

  allowsTo(target: Endpoint, protocol: string, port: number): boolean {
    return (this.#spec.egress ?? []).some(
      rule =>
        matchesPeers(rule.to, target) && matchesPorts(rule, protocol, port),
    );
  }
}

/** No peers, or no ports, means all of them. */
function matchesPeers(peers: Peer[] | undefined, end: Endpoint): boolean {
  return !peers?.length || peers.some(peer => matchesPeer(peer, end));
}

function matchesPorts(rule: Rule, protocol: string, port: number): boolean {
  return (
    !rule.ports?.length ||
    rule.ports.some(each => each.protocol === protocol && each.port === port)
  );
}

function matchesPeer(peer: Peer, end: Endpoint): boolean {
  if (typeof end === 'string') {
    return (
      peer.ipBlock !== undefined &&
      contains(peer.ipBlock.cidr, end) &&
      !(peer.ipBlock.except ?? []).some(cidr => contains(cidr, end))
    );
  }
  if (peer.ipBlock) {
    return false;
  }
  const inNamespace = peer.namespaceSelector
    ? matchesLabels(peer.namespaceSelector, end.namespace)
    : end.sameNamespace === true;
  return inNamespace && matchesLabels(peer.podSelector ?? {}, end.pod);
}

function matchesLabels(
  { matchLabels = {} }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(matchLabels).every(
    ([key, value]) => labels[key] === value,
  );
}

function contains(cidr: string, address: string): boolean {
  const [network, prefix] = cidr.split('/');
  // The list would take an IPv4 address for its IPv6 form.
  if (isIP(network) !== isIP(address)) {
    return false;
  }
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return list.check(address, family);
}
