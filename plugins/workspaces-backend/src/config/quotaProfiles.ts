import type { QuotaProfileConfig } from '../types';

/**
 * The shipped quota profiles, per namespace. They double from one to the next; node ports and load balancers are
 * none, because they would open a workspace to the outside past its network policy profile.
 */
export const SHIPPED_QUOTA_PROFILES: readonly QuotaProfileConfig[] = [
  quotaProfile('small', 'Small', 4, 20),
  quotaProfile('medium', 'Medium', 8, 40),
  quotaProfile('large', 'Large', 16, 80),
];

/** Quota profile of workspaces whose request names none. */
export const SHIPPED_DEFAULT_QUOTA_PROFILE = 'small';

function quotaProfile(
  name: string,
  title: string,
  cores: number,
  pods: number,
): QuotaProfileConfig {
  return {
    name,
    title,
    description: `${cores} cores, ${cores * 4} GiB memory and ${
      cores * 25
    } GiB volumes in each namespace.`,
    hard: {
      'requests.cpu': `${cores}`,
      'requests.memory': `${cores * 4}Gi`,
      'limits.cpu': `${cores * 2}`,
      'limits.memory': `${cores * 8}Gi`,
      'requests.storage': `${cores * 25}Gi`,
      pods: `${pods}`,
      persistentvolumeclaims: `${pods / 2}`,
      services: `${pods}`,
      'services.loadbalancers': '0',
      'services.nodeports': '0',
    },
    container: {
      default: { cpu: '500m', memory: '1Gi' },
      defaultRequest: { cpu: '100m', memory: '256Mi' },
      max: { cpu: `${cores}`, memory: `${cores * 4}Gi` },
    },
  };
}
