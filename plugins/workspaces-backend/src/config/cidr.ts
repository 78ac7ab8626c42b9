import ipaddr from 'ipaddr.js';

/** A range of addresses. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6';
  readonly prefixLength: number;
  contains(other: AddressRange): boolean;
  readonly network: ipaddr.IPv4 | ipaddr.IPv6;
}

/** Reads a range such as `10.0.0.0/8`; undefined when it is none, or has bits set behind its prefix. */
export function parseCidr(text: string): AddressRange | undefined {
  if (!ipaddr.isValidCIDR(text) || !/^[0-9a-f.:]+\/[0-9]+$/i.test(text)) {
    return undefined;
  }
  const [network, prefixLength] = ipaddr.parseCIDR(text);
  // Kubernetes refuses shortened IPv4 addresses such as 10/8, which the parser takes.
  if (network.kind() === 'ipv4' && text.split('.').length !== 4) {
    return undefined;
  }
  const first =
    network.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(text)
      : ipaddr.IPv6.networkAddressFromCIDR(text);
  if (first.toString() !== network.toString()) {
    return undefined;
  }
  return {
    family: network.kind(),
    prefixLength,
    network,
    contains: other =>
      other.family === network.kind() &&
      other.prefixLength >= prefixLength &&
      other.network.match(network, prefixLength),
  };
}
