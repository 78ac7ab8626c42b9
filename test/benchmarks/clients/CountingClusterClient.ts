import type {
  ClusterClient,
  KubernetesObject,
  ListQuery,
  ObjectIdentity,
  ObjectKind,
  ObjectList,
  RequestControl,
  WatchEvent,
  WriteControl,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Counts the requests that go through it. */
export class CountingClusterClient implements ClusterClient {
  readonly #client: ClusterClient;
  reads = 0;
  writes = 0;

  constructor(client: ClusterClient) {
    this.#client = client;
  }

  get name(): string {
    return this.#client.name;
  }

  async get(
    identity: ObjectIdentity,
    control?: RequestControl,
  ): Promise<KubernetesObject | undefined> {
    this.reads += 1;
    return this.#client.get(identity, control);
  }

  async list(kind: ObjectKind, query?: ListQuery): Promise<ObjectList> {
    this.reads += 1;
    return this.#client.list(kind, query);
  }

  async create(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    this.writes += 1;
    return this.#client.create(object, control);
  }

  async apply(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    this.writes += 1;
    return this.#client.apply(object, control);
  }

  async delete(
    identity: ObjectIdentity,
    control: WriteControl & { readonly uid: string },
  ): Promise<'deleted' | 'terminating'> {
    this.writes += 1;
    return this.#client.delete(identity, control);
  }

  watch(
    kind: ObjectKind,
    query: ListQuery & { readonly resourceVersion: string },
  ): AsyncIterable<WatchEvent> {
    return this.#client.watch(kind, query);
  }

  async version(control?: RequestControl): Promise<string> {
    return this.#client.version(control);
  }
}
