export { DefaultClusterRegistry } from './DefaultClusterRegistry';
export type { DefaultClusterRegistryOptions } from './DefaultClusterRegistry';
export { KubernetesClusterClient } from './KubernetesClusterClient';
export type { KubernetesClusterClientOptions } from './KubernetesClusterClient';
export { ManagedObjectWatcher } from './ManagedObjectWatcher';
export type { ManagedObjectWatcherOptions } from './ManagedObjectWatcher';
export type { ManagedObjectEvent } from './ManagedObjectEvent';
export { readClusterHealth } from './clusterHealth';
