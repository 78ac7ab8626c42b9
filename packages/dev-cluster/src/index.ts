/**
 * A small Kubernetes API in one process, for development and tests.
 *
 * @packageDocumentation
 */

export { DevCluster, type DevClusterOptions } from './DevCluster';
export type { FaultEffect, FaultRule } from './faults/FaultRule';
export type { Faults } from './faults/Faults';
export type { RecordedWrite, WriteListener } from './faults/WriteLog';
export type { KubernetesObject } from './objects/KubernetesObject';
export type { Verb } from './operations/ResourceRequest';
