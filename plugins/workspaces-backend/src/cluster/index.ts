export { DefaultClusterRegistry } from './DefaultClusterRegistry';
export type { DefaultClusterRegistryOptions } from './DefaultClusterRegistry';
export { KubernetesClusterClient } from './KubernetesClusterClient';
export type { KubernetesClusterClientOptions } from './KubernetesClusterClient';
export type { ManagedObjectEvent } from './ManagedObjectEvent';
export { readClusterHealth } from './clusterHealth';
