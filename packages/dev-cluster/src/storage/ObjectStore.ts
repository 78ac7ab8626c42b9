import type { ResourceType } from '../api/ResourceType';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { EventHistory, type StoredEvent } from './EventHistory';
import { ResourceTable } from './ResourceTable';

type TableOf = Pick<ResourceType, 'group' | 'resource'>;

/** The name under which the objects of a resource are kept, whatever their version. */
export function tableName(type: TableOf): string {
  return `${type.group}/${type.resource}`;
}

/** A selection of the objects of one resource. */
export interface ListSelection {
  readonly namespace?: string;
  readonly labels?: readonly (readonly [string, string])[];
}

/**
 * Everything the cluster holds. One counter gives every change its resource version; stored objects
 * are never changed in place, so readers may keep them.
 */
export class ObjectStore {
  readonly #tables = new Map<string, ResourceTable>();
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  readonly history: EventHistory;
  #resourceVersion: number;

  constructor(
    options: { resourceVersion?: number; historyLimit?: number } = {},
  ) {
    this.#resourceVersion = options.resourceVersion ?? 1;
    this.history = new EventHistory({ limit: options.historyLimit ?? 50_000 });
    this.history.compact(this.#resourceVersion);
  }

  /** The version of the latest change. */
  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  get(
    type: TableOf,
    namespace: string,
    name: string,
  ): KubernetesObject | undefined {
    return this.#tables.get(tableName(type))?.get(namespace, name);
  }

  list(type: TableOf, selection: ListSelection = {}): KubernetesObject[] {
    return this.#tables.get(tableName(type))?.list(selection) ?? [];
  }

  /** The objects as they were at `resourceVersion`; nothing when that is too old. */
  listAt(
    type: TableOf,
    resourceVersion: number,
    selection: ListSelection = {},
  ): KubernetesObject[] | undefined {
    const later = this.history.since(resourceVersion);
    if (!later) return undefined;
    const name = tableName(type);
    const changed = later.filter(event => event.table === name);
    if (changed.length === 0) return this.list(type, selection);
    const past = new ResourceTable();
    for (const object of this.list(type)) past.put(object);
    for (const event of changed.reverse()) {
      const { namespace = '', name: objectName } = event.object.metadata;
      if (event.previous) past.put(event.previous);
      else past.remove(namespace, objectName);
    }
    return past.list(selection);
  }

  /** Stores a new object or a new state of one, and gives it the next resource version. */
  put(type: TableOf, object: KubernetesObject): KubernetesObject {
    const table = this.#table(type);
    const { namespace = '', name } = object.metadata;
    const previous = table.get(namespace, name);
    const stored = this.#nextVersion(object);
    table.put(stored);
    this.#publish({
      type: previous ? 'MODIFIED' : 'ADDED',
      table: tableName(type),
      resourceVersion: this.#resourceVersion,
      object: stored,
      previous,
    });
    return stored;
  }

  /** Removes an object; `last` is the state that the DELETED event carries. */
  remove(type: TableOf, last: KubernetesObject): KubernetesObject {
    const table = this.#table(type);
    const { namespace = '', name } = last.metadata;
    const previous = table.get(namespace, name);
    const final = this.#nextVersion(last);
    table.remove(namespace, name);
    this.#publish({
      type: 'DELETED',
      table: tableName(type),
      resourceVersion: this.#resourceVersion,
      object: final,
      previous,
    });
    return final;
  }

  /** Puts back an object of a snapshot as it was, without an event. */
  restore(table: string, object: KubernetesObject): void {
    const [group, resource] = table.split('/');
    this.#table({ group, resource }).put(object);
  }

  /** Every stored object with the name of its table. */
  *all(): IterableIterator<{ table: string; object: KubernetesObject }> {
    for (const [table, objects] of this.#tables) {
      for (const object of objects.all()) yield { table, object };
    }
  }

  /** Calls back after every change, in order; returns how to stop. */
  subscribe(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #table(type: TableOf): ResourceTable {
    const name = tableName(type);
    let table = this.#tables.get(name);
    if (!table) {
      table = new ResourceTable();
      this.#tables.set(name, table);
    }
    return table;
  }

  #nextVersion(object: KubernetesObject): KubernetesObject {
    this.#resourceVersion += 1;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#resourceVersion),
      },
    };
  }

  #publish(event: StoredEvent): void {
    this.history.add(event);
    for (const listener of this.#listeners) listener(event);
  }
}
