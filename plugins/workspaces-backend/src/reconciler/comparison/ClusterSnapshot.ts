import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ClusterClient,
  KubernetesObject,
  ObjectIdentity,
  ObjectKind,
  ObjectReader,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey } from '../../plan';

/** Objects of one kind, by how they are asked for. */
interface KindObjects {
  readonly kind: ObjectKind;
  readonly byWorkspace: ReadonlyMap<string, KubernetesObject[]>;
  readonly byIdentity: ReadonlyMap<string, KubernetesObject>;
  readonly byPlace: ReadonlyMap<string, KubernetesObject[]>;
}

/**
 * The managed objects of a whole cluster, listed once per kind when the kind is first asked for. Objects without
 * our label count as absent: that makes a difference, and the pass that follows looks at the object itself.
 */
export class ClusterSnapshot {
  readonly #cluster: ClusterClient;
  readonly #signal: AbortSignal;
  readonly #kinds = new Map<string, Promise<KindObjects>>();
  readonly #loaded: KindObjects[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(options: {
    readonly cluster: ClusterClient;
    readonly signal: AbortSignal;
  }) {
    this.#cluster = options.cluster;
    this.#signal = options.signal;
  }

  /** Throws when a list failed: what was read then says nothing about workspaces. */
  assertComplete(): void {
    if (this.#failure) {
      throw this.#failure.error;
    }
  }

  /** Lists kinds before they are asked for. */
  async load(kinds: readonly ObjectKind[]): Promise<void> {
    await Promise.all(kinds.map(kind => this.#objectsOf(kind)));
  }

  /** The kinds that were listed. */
  kinds(): ObjectKind[] {
    return this.#loaded.map(({ kind }) => kind);
  }

  /** A text that changes with every change of an object of a workspace, and with every object more or less. */
  fingerprintOf(workspaceId: string): string {
    return this.#loaded
      .flatMap(({ byWorkspace }) => byWorkspace.get(workspaceId) ?? [])
      .map(({ metadata }) => `${metadata.uid}@${metadata.resourceVersion}`)
      .sort()
      .join();
  }

  /** Reads objects of one workspace from the snapshot. */
  readerFor(workspaceId: string): ObjectReader {
    return {
      get: async (identity: ObjectIdentity) =>
        (await this.#objectsOf(identity)).byIdentity.get(identityKey(identity)),
      listManaged: async (kind, namespace) =>
        (await this.#objectsOf(kind)).byPlace.get(
          placeOf(workspaceId, namespace),
        ) ?? [],
    };
  }

  #objectsOf({ apiVersion, kind }: ObjectKind): Promise<KindObjects> {
    const key = `${apiVersion}/${kind}`;
    let objects = this.#kinds.get(key);
    if (!objects) {
      objects = this.#list({ apiVersion, kind }).catch(error => {
        this.#failure ??= { error };
        throw error;
      });
      this.#kinds.set(key, objects);
    }
    return objects;
  }

  async #list(kind: ObjectKind): Promise<KindObjects> {
    const { items } = await this.#cluster.list(kind, {
      labelSelector: `${MANAGED_BY_LABEL}=${MANAGED_BY}`,
      signal: this.#signal,
    });
    const workspaceOf = ({ metadata }: KubernetesObject) =>
      metadata.labels?.[WORKSPACE_LABEL] ?? '';
    const objects: KindObjects = {
      kind,
      byWorkspace: groupBy(items, workspaceOf),
      byPlace: groupBy(items, item =>
        placeOf(workspaceOf(item), item.metadata.namespace),
      ),
      byIdentity: new Map(items.map(item => [identityKey(item), item])),
    };
    this.#loaded.push(objects);
    return objects;
  }
}

function groupBy(
  items: readonly KubernetesObject[],
  keyOf: (item: KubernetesObject) => string,
): Map<string, KubernetesObject[]> {
  const groups = new Map<string, KubernetesObject[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

function placeOf(workspaceId = '', namespace = ''): string {
  return `${workspaceId}/${namespace}`;
}
