import { memoize } from 'lodash';
import { parseCidr } from '../config/cidr';

/** A range and the ranges within it that are left out, as an `ipBlock` of a network policy holds them. */
export interface IpBlock {
  readonly cidr: string;
  readonly except: readonly string[];
}

/**
 * IPv4 addresses that are never "outside": private (RFC 1918), link-local with the instance metadata service,
 * carrier-grade NAT, benchmarking, loopback, "this network", IETF protocol assignments, documentation, multicast
 * and reserved. Source: IANA registry of special-purpose addresses.
 */
const INTERNAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * The only IPv6 range that is routed outside. Loopback, unique local (fc00::/7), link-local (fe80::/10),
 * multicast, and addresses that carry an IPv4 address within (::ffff:0:0/96, 64:ff9b::/96) lie beside it.
 */
const GLOBAL_UNICAST_IPV6 = '2000::/3';

/** Parts of it that are not outside: Teredo and 6to4, which carry IPv4 addresses, and documentation. */
const INTERNAL_IPV6 = ['2001::/32', '2001:db8::/32', '2002::/16', '3fff::/20'];

/**
 * The addresses outside a cluster whose own ranges are `internalCidrs`. Computed once for each cluster: comparing
 * a whole cluster asks for every namespace.
 */
export const outsideBlocks = memoize(
  (internalCidrs: readonly string[]): readonly IpBlock[] => [
    ...without('0.0.0.0/0', [...INTERNAL_IPV4, ...internalCidrs]),
    ...without(GLOBAL_UNICAST_IPV6, [...INTERNAL_IPV6, ...internalCidrs]),
  ],
  internalCidrs => internalCidrs.join(),
);

function without(cidr: string, leftOut: readonly string[]): IpBlock[] {
  const all = parseCidr(cidr)!;
  const except = new Set<string>();
  for (const text of leftOut) {
    const range = parseCidr(text);
    if (range?.contains(all)) {
      return [];
    }
    // Kubernetes refuses exceptions that do not lie within the range.
    if (range && all.contains(range)) {
      except.add(text);
    }
  }
  return [{ cidr, except: [...except].sort() }];
}
