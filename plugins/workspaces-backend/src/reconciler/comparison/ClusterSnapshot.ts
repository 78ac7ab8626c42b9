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
    const byPlace = new Map<string, KubernetesObject[]>();
    for (const object of items) {
      const place = placeOf(
        object.metadata.labels?.[WORKSPACE_LABEL],
        object.metadata.namespace,
      );
      const others = byPlace.get(place);
      if (others) {
        others.push(object);
      } else {
        byPlace.set(place, [object]);
      }
    }
    return {
      byPlace,
      byIdentity: new Map(items.map(item => [identityKey(item), item])),
    };
  }
}

function placeOf(workspaceId = '', namespace = ''): string {
  return `${workspaceId}/${namespace}`;
}
