import { SHIPPED_CORE_SERVICES, SHIPPED_DNS } from '../config/networkProfiles';
import { createWorkspace } from '../testing/createWorkspace';
import type { NetworkProfileConfig } from '../types';
import { renderNetworkPolicy } from './networkPolicy';
import { outsideBlocks } from './outside';
import { PolicyEvaluator } from './__testUtils__/PolicyEvaluator';

const NOTHING: NetworkProfileConfig = {
  name: 'own',
  withinNamespace: false,
  egressOutside: [],
  egressTo: [],
};

const render = (
  profile: Partial<NetworkProfileConfig>,
  internalCidrs: string[] = [],
) =>
  renderNetworkPolicy(createWorkspace(), {
    namespace: 'team-a-x',
    profile: { ...NOTHING, ...profile },
    network: { coreServices: SHIPPED_CORE_SERVICES, dns: SHIPPED_DNS },
    internalCidrs,
  });

describe('a profile of the operator', () => {
  it('denies everything but DNS when it names nothing', () => {
    const { spec } = render({});
    expect(spec).toHaveProperty('ingress', []);
    expect(spec).toHaveProperty('egress.length', 1);
  });

  it('takes an empty list of ports for none, and not for all', () => {
    expect(render({ ingressFromCoreServices: [] }).spec).toHaveProperty(
      'ingress',
      [],
    );
    expect(
      render({ egressTo: [{ cidr: '10.0.0.0/24', ports: [] }] }).spec,
    ).toHaveProperty('egress.length', 1);
  });

  it('reaches an explicit private range on its ports', () => {
    const policy = new PolicyEvaluator(
      render({
        egressTo: [
          { cidr: '10.20.0.0/24', ports: [{ protocol: 'TCP', port: 443 }] },
        ],
      }),
    );
    expect(policy.allowsTo('10.20.0.7', 'TCP', 443)).toBe(true);
    expect(policy.allowsTo('10.20.0.7', 'TCP', 80)).toBe(false);
    expect(policy.allowsTo('10.20.1.7', 'TCP', 443)).toBe(false);
  });

  it('has no rule at all, instead of one for every destination, when nothing is outside', () => {
    const everything = ['0.0.0.0/0', '::/0'];
    const { spec } = render(
      { egressOutside: [{ protocol: 'TCP', port: 443 }] },
      everything,
    );
    expect(outsideBlocks(everything)).toEqual([]);
    expect(spec).toHaveProperty('egress.length', 1);
  });
});
