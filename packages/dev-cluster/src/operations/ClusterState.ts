import { ResourceRegistry } from '../api/ResourceRegistry';
import type { ObjectStore } from '../storage/ObjectStore';

/** What all operations work on. */
export interface ClusterState {
  readonly store: ObjectStore;
  readonly resources: ResourceRegistry;
}

/** The time as Kubernetes writes it: whole seconds in UTC. */
export function timestamp(date: Date = new Date()): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
