import {
  SHIPPED_CORE_SERVICES,
  SHIPPED_DNS,
  SHIPPED_NETWORK_PROFILES,
} from '../config/networkProfiles';
import { createWorkspace } from '../testing/createWorkspace';
import { PolicyEvaluator } from './__testUtils__/PolicyEvaluator';
import {
  renderNetworkPolicy,
  type NetworkPolicySettings,
} from './networkPolicy';

const AGENT: NetworkPolicySettings['credentialEndpoints'] = [
  { cidr: '169.254.170.23/32', port: 80 },
  { cidr: 'fd00:ec2::23/128', port: 80 },
];

describe.each(
  SHIPPED_NETWORK_PROFILES.map(profile => [profile.name, profile] as const),
)('An agent of the node that gives credentials, from %s', (_, profile) => {
  const policyWith = (
    credentialEndpoints: NetworkPolicySettings['credentialEndpoints'],
  ) =>
    new PolicyEvaluator(
      renderNetworkPolicy(createWorkspace(), {
        namespace: 'team-a-x',
        profile: profile,
        network: { coreServices: SHIPPED_CORE_SERVICES, dns: SHIPPED_DNS },
        internalCidrs: [],
        credentialEndpoints,
      }),
    );

  it.each(['169.254.170.23', 'fd00:ec2::23'])(
    'is reached at %s on port 80 only, and only where it is named',
    address => {
      const policy = policyWith(AGENT);
      expect(policy.allowsTo(address, 'TCP', 80)).toBe(true);
      expect(policy.allowsTo(address, 'UDP', 80)).toBe(false);
      expect(policy.allowsTo(address, 'TCP', 2703)).toBe(false);
      expect(policyWith(undefined).allowsTo(address, 'TCP', 80)).toBe(false);
    },
  );

  it.each(['169.254.169.254', '169.254.170.2', 'fd00:ec2::254'])(
    'does not open %s',
    address => {
      const policy = policyWith(AGENT);
      for (const port of [80, 443]) {
        expect(policy.allowsTo(address, 'TCP', port)).toBe(false);
      }
    },
  );
});
