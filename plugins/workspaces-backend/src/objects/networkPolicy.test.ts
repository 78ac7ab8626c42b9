import {
  SHIPPED_CORE_SERVICES,
  SHIPPED_DNS,
  SHIPPED_NETWORK_PROFILES,
} from '../config/networkProfiles';
import { createWorkspace } from '../testing/createWorkspace';
import type { NetworkProfileConfig } from '../types';
import { renderNetworkPolicy } from './networkPolicy';
import {
  PolicyEvaluator,
  type Endpoint,
} from './__testUtils__/PolicyEvaluator';

const INTERNAL_CIDRS = ['52.0.0.0/16', 'fd00:10:244::/56', '2600:1f00::/40'];

const render = (profile: NetworkProfileConfig) =>
  renderNetworkPolicy(createWorkspace(), {
    namespace: 'team-a-x',
    profile,
    network: { coreServices: SHIPPED_CORE_SERVICES, dns: SHIPPED_DNS },
    internalCidrs: INTERNAL_CIDRS,
  });

const shipped = (name: string) =>
  new PolicyEvaluator(
    render(SHIPPED_NETWORK_PROFILES.find(profile => profile.name === name)!),
  );

const pod = (
  namespace: string,
  labels: Record<string, string> = {},
  sameNamespace = false,
): Endpoint => ({
  namespace: { 'kubernetes.io/metadata.name': namespace },
  pod: labels,
  sameNamespace,
});

const core = pod('core-services', {
  'app.kubernetes.io/name': 'core-services',
});
const dns = pod('kube-system', { 'k8s-app': 'kube-dns' });
const neighbour = pod('team-a-x', { app: 'ray' }, true);
const OUTSIDE_V4 = '8.8.8.8';
const OUTSIDE_V6 = '2606:4700:4700::1111';

const PROFILES = ['notebooks', 'clusters', 'pipelines'] as const;

describe('renderNetworkPolicy', () => {
  it('is for all pods and both ways', () => {
    for (const profile of SHIPPED_NETWORK_PROFILES) {
      expect(render(profile).spec).toMatchObject({
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
    }
  });

  // Each row of the three tables: profile, other end, protocol, port, whether it may connect.
  it.each<[(typeof PROFILES)[number], string, Endpoint, number, boolean]>([
    ['notebooks', 'core services on the notebook port', core, 2718, true],
    ['notebooks', 'core services on another port', core, 8080, false],
    ['notebooks', 'a neighbour', neighbour, 2718, false],
    ['clusters', 'core services on any port', core, 8265, true],
    ['clusters', 'a neighbour on any port', neighbour, 6379, true],
    ['pipelines', 'core services on any port', core, 4040, true],
    ['pipelines', 'a neighbour on any port', neighbour, 7077, true],
    ...PROFILES.flatMap(
      (
        profile,
      ): [(typeof PROFILES)[number], string, Endpoint, number, boolean][] => [
        [
          profile,
          'another pod of the namespace of the core services',
          pod('core-services', { app: 'other' }),
          2718,
          false,
        ],
        [
          profile,
          'a pod elsewhere that calls itself core services',
          pod('team-b-x', { 'app.kubernetes.io/name': 'core-services' }),
          2718,
          false,
        ],
        [profile, 'another workspace', pod('team-b-x', {}), 2718, false],
        [profile, 'an address outside', OUTSIDE_V4, 2718, false],
      ],
    ),
  ])('%s may be reached from %s: port %#', (profile, _name, from, port, ok) => {
    expect(shipped(profile).allowsFrom(from, 'TCP', port)).toBe(ok);
  });

  describe.each(PROFILES)('from %s', profile => {
    const policy = shipped(profile);

    it('reaches DNS over UDP and TCP, and nothing else there', () => {
      expect(policy.allowsTo(dns, 'UDP', 53)).toBe(true);
      expect(policy.allowsTo(dns, 'TCP', 53)).toBe(true);
      expect(policy.allowsTo(dns, 'TCP', 9153)).toBe(false);
      expect(policy.allowsTo(OUTSIDE_V4, 'UDP', 53)).toBe(false);
      expect(policy.allowsTo(pod('kube-system', { app: 'x' }), 'UDP', 53)).toBe(
        false,
      );
      expect(
        policy.allowsTo(pod('team-b', { 'k8s-app': 'kube-dns' }), 'UDP', 53),
      ).toBe(false);
    });

    it.each([OUTSIDE_V4, OUTSIDE_V6, '1.1.1.1', '100.128.0.1', '172.32.0.1'])(
      'reaches %s on 443 only',
      address => {
        expect(policy.allowsTo(address, 'TCP', 443)).toBe(true);
        expect(policy.allowsTo(address, 'UDP', 443)).toBe(false);
        expect(policy.allowsTo(address, 'TCP', 80)).toBe(false);
        expect(policy.allowsTo(address, 'TCP', 22)).toBe(false);
      },
    );

    it.each([
      ['RFC 1918', '10.0.0.1'],
      ['RFC 1918', '172.16.0.1'],
      ['RFC 1918', '172.31.255.255'],
      ['RFC 1918', '192.168.1.1'],
      ['instance metadata', '169.254.169.254'],
      ['Pod Identity', '169.254.170.23'],
      ['link-local', '169.254.0.1'],
      ['carrier-grade NAT', '100.64.0.1'],
      ['carrier-grade NAT', '100.127.255.255'],
      ['benchmarking', '198.18.0.1'],
      ['benchmarking', '198.19.255.255'],
      ['loopback', '127.0.0.1'],
      ['this network', '0.0.0.0'],
      ['multicast', '224.0.0.1'],
      ['reserved', '240.0.0.1'],
      ['broadcast', '255.255.255.255'],
      ['the cluster', '52.0.1.1'],
      ['IPv6 unique local', 'fc00::1'],
      ['IPv6 unique local', 'fd12:3456::1'],
      ['IPv6 instance metadata', 'fd00:ec2::254'],
      ['IPv6 link-local', 'fe80::1'],
      ['IPv6 loopback', '::1'],
      ['IPv6 multicast', 'ff02::1'],
      ['IPv4 within IPv6', '::ffff:10.0.0.1'],
      ['IPv4 behind NAT64', '64:ff9b::a00:1'],
      ['IPv4 within 6to4', '2002:a00:1::1'],
      ['Teredo', '2001::1'],
      ['the cluster over IPv6', 'fd00:10:244::5'],
      ['the cluster with global addresses', '2600:1f00::1'],
    ])('never reaches %s (%s)', (_name, address) => {
      for (const port of [53, 80, 443, 9092, 9093]) {
        expect(policy.allowsTo(address, 'TCP', port)).toBe(false);
      }
    });

    it('never reaches another workspace', () => {
      const other = pod('team-b-x', { app: 'web' });
      expect(policy.allowsTo(other, 'TCP', 443)).toBe(false);
    });

    it(`${
      profile === 'notebooks' ? 'does not reach' : 'reaches'
    } neighbours on every port`, () => {
      expect(policy.allowsTo(neighbour, 'TCP', 6379)).toBe(
        profile !== 'notebooks',
      );
    });

    it.each([9092, 9093])('reaches Kafka on %d for pipelines only', port => {
      expect(policy.allowsTo(OUTSIDE_V4, 'TCP', port)).toBe(
        profile === 'pipelines',
      );
    });
  });
});
