/**
 * A small Kubernetes API in one process, for development and tests.
 *
 * @packageDocumentation
 */

export { DevCluster, type DevClusterOptions } from './DevCluster';
export type { KubernetesObject } from './objects/KubernetesObject';
