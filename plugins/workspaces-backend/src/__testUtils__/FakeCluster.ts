import type {
  ClusterClient,
  KubernetesObject,
  ObjectIdentity,
  ObjectKind,
  ObjectList,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey } from '../plan';
import type { ClusterRegistry } from '../types';

/** Objects in memory. Lists look at kind and namespace only: tests put in what the selector would find. */
export class FakeCluster implements ClusterClient {
  readonly name = 'local';
  readonly objects: KubernetesObject[] = [];
  /** Requests, such as `list v1/Namespace`. */
  readonly requests: string[] = [];
  /** Thrown by every request while it is set. */
  failure: Error | undefined;

  async get(identity: ObjectIdentity): Promise<KubernetesObject | undefined> {
    this.#record('get', identity);
    return this.objects.find(
      object => identityKey(object) === identityKey(identity),
    );
  }

  async list(
    kind: ObjectKind,
    query: { namespace?: string } = {},
  ): Promise<ObjectList> {
    this.#record('list', kind);
    const items = this.objects.filter(
      object =>
        object.kind === kind.kind &&
        (!query.namespace || object.metadata.namespace === query.namespace),
    );
    return { items, resourceVersion: '1' };
  }

  async create(object: KubernetesObject): Promise<KubernetesObject> {
    this.#record('create', object);
    return object;
  }

  async apply(object: KubernetesObject): Promise<KubernetesObject> {
    this.#record('apply', object);
    return object;
  }

  async delete(identity: ObjectIdentity): Promise<'deleted' | 'terminating'> {
    this.#record('delete', identity);
    return 'deleted';
  }

  watch(): never {
    throw new Error('Nothing is watched here.');
  }

  async version(): Promise<string> {
    return 'v0';
  }

  #record(verb: string, { apiVersion, kind }: ObjectKind): void {
    this.requests.push(`${verb} ${apiVersion}/${kind}`);
    if (this.failure) {
      throw this.failure;
    }
  }
}

/** A registry with one cluster. */
export function registryOf(cluster: FakeCluster): ClusterRegistry {
  const definition = {
    name: cluster.name,
    connection: { type: 'inCluster' },
  } as const;
  return {
    list: () => [definition],
    client: async () => cluster,
    definition: () => definition,
    close: async () => undefined,
  };
}
