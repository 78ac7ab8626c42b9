import { WORKSPACE_LABEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  WatchEvent,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { isLastWrittenByOthers } from './lastWriter';
import type { ManagedObjectEvent } from './ManagedObjectEvent';

interface KnownObject {
  readonly workspaceId: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly resourceVersion: string | undefined;
  readonly terminating: boolean;
}

/**
 * What was last seen of the objects of one kind in one cluster: enough to tell after a gap in the watch what
 * happened in it.
 */
export class KnownObjects {
  readonly #cluster: string;
  readonly #kind: { readonly apiVersion: string; readonly kind: string };
  #objects = new Map<string, KnownObject>();

  constructor(options: {
    cluster: string;
    kind: { readonly apiVersion: string; readonly kind: string };
  }) {
    this.#cluster = options.cluster;
    this.#kind = options.kind;
  }

  /** Takes a whole list; returns what changed since what was known. */
  replace(objects: readonly KubernetesObject[]): ManagedObjectEvent[] {
    const former = this.#objects;
    this.#objects = new Map();
    const events: ManagedObjectEvent[] = [];
    for (const object of objects) {
      const seen = toKnown(object);
      const key = keyOf(seen);
      const known = former.get(key);
      this.#objects.set(key, seen);
      former.delete(key);
      if (
        known?.resourceVersion !== seen.resourceVersion &&
        isForeignWrite(object, known)
      ) {
        events.push(this.#event(known ? 'MODIFIED' : 'ADDED', seen));
      }
    }
    for (const gone of former.values()) {
      events.push(this.#event('DELETED', gone));
    }
    return events;
  }

  /** Takes an event of the watch; returns it unless it is about a write of ours. */
  take({ type, object }: WatchEvent): ManagedObjectEvent | undefined {
    if (type === 'BOOKMARK') {
      return undefined;
    }
    const seen = toKnown(object);
    const key = keyOf(seen);
    const known = this.#objects.get(key);
    if (type === 'DELETED') {
      this.#objects.delete(key);
      // An object whose label was changed is reported with the new one: it belonged to the former.
      return this.#event(type, known ?? seen);
    }
    this.#objects.set(key, seen);
    return isForeignWrite(object, known) ? this.#event(type, seen) : undefined;
  }

  #event(
    type: ManagedObjectEvent['type'],
    { workspaceId, namespace, name }: KnownObject,
  ): ManagedObjectEvent {
    return {
      cluster: this.#cluster,
      workspaceId,
      identity: { ...this.#kind, namespace, name },
      type,
    };
  }
}

function isForeignWrite(
  object: KubernetesObject,
  known: KnownObject | undefined,
): boolean {
  const { deletionTimestamp } = object.metadata;
  // The beginning of a deletion leaves no trace among the writers.
  const beginsToTerminate = Boolean(deletionTimestamp) && !known?.terminating;
  return beginsToTerminate || isLastWrittenByOthers(object.metadata);
}

function toKnown({ metadata }: KubernetesObject): KnownObject {
  return {
    workspaceId: metadata.labels?.[WORKSPACE_LABEL] ?? '',
    namespace: metadata.namespace,
    name: metadata.name,
    resourceVersion: metadata.resourceVersion,
    terminating: Boolean(metadata.deletionTimestamp),
  };
}

function keyOf({ namespace, name }: KnownObject): string {
  return `${namespace ?? ''}/${name}`;
}
