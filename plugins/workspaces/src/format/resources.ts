import type { Messages } from '../hooks/useMessages';
import { formatQuantity } from './quantities';

/** The name of a quota resource for people, or the name in Kubernetes where there is no better one. */
export function resourceName(resource: string, t: Messages): string {
  switch (resource) {
    case 'requests.cpu':
      return t('common.resource.cpuRequests');
    case 'limits.cpu':
      return t('common.resource.cpuLimits');
    case 'cpu':
      return t('common.resource.cpu');
    case 'requests.memory':
      return t('common.resource.memoryRequests');
    case 'limits.memory':
      return t('common.resource.memoryLimits');
    case 'memory':
      return t('common.resource.memory');
    case 'requests.storage':
      return t('common.resource.storage');
    case 'persistentvolumeclaims':
      return t('common.resource.volumeClaims');
    case 'pods':
      return t('common.resource.pods');
    default:
      return resource.replace(/^count\//, '');
  }
}

/** A list of limits on one line, such as `CPU 8 · Memory 32 GiB`. */
export function formatLimits(
  hard: Readonly<Record<string, string>>,
  t: Messages,
  language?: string,
): string {
  return Object.entries(hard)
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
