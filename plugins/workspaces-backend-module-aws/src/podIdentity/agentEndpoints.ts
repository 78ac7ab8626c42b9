import type { CredentialEndpoint } from '@team-workspaces/backstage-plugin-workspaces-node';

/**
 * Where the EKS Pod Identity agent of a node hands out credentials, by IPv4 and IPv6, as the EKS user guide documents
 * it. Instance metadata, which has the role of the node, is at 169.254.169.254 and stays closed.
 */
export const POD_IDENTITY_AGENT_ENDPOINTS: readonly CredentialEndpoint[] = [
  { cidr: '169.254.170.23/32', port: 80 },
  { cidr: 'fd00:ec2::23/128', port: 80 },
];
