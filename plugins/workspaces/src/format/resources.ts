import type { Messages } from '../hooks/useMessages';
import { formatQuantity } from './quantities';

/** Quota resources that have a name for people, in the order in which they are shown. */
const NAMES = {
  'requests.cpu': 'common.resource.cpuRequests',
  cpu: 'common.resource.cpu',
  'limits.cpu': 'common.resource.cpuLimits',
  'requests.memory': 'common.resource.memoryRequests',
  memory: 'common.resource.memory',
  'limits.memory': 'common.resource.memoryLimits',
  pods: 'common.resource.pods',
  'requests.storage': 'common.resource.storage',
  persistentvolumeclaims: 'common.resource.volumeClaims',
  services: 'common.resource.services',
  'services.loadbalancers': 'common.resource.loadBalancers',
  'services.nodeports': 'common.resource.nodePorts',
} as const;

const ORDER = Object.keys(NAMES);

function isNamed(resource: string): resource is keyof typeof NAMES {
  return Object.hasOwn(NAMES, resource);
}

/** The name of a quota resource for people, or the name in Kubernetes where there is no better one. */
export function resourceName(resource: string, t: Messages): string {
  return isNamed(resource)
    ? t(NAMES[resource])
    : resource.replace(/^count\//, '');
}

/** Compares two quota resources for the order in which they are shown; unknown ones come last. */
export function compareResources(a: string, b: string): number {
  const place = (resource: string) =>
    isNamed(resource) ? ORDER.indexOf(resource) : ORDER.length;
  return place(a) - place(b) || a.localeCompare(b);
}

/** A list of limits on one line, such as `CPU requests 8 · Memory requests 32 GiB`. */
export function formatLimits(
  hard: Readonly<Record<string, string>>,
  t: Messages,
  language?: string,
): string {
  return Object.entries(hard)
    .sort(([a], [b]) => compareResources(a, b))
    .map(
      ([resource, quantity]) =>
        `${resourceName(resource, t)} ${formatQuantity(
          resource,
          quantity,
          language,
        )}`,
    )
    .join(' · ');
}
