import type {
  KubernetesObjectApi,
  V1DeleteOptions,
  Watch,
} from '@kubernetes/client-node';
import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
  type ListQuery,
  type ObjectIdentity,
  type ObjectKind,
  type ObjectList,
  type WatchEvent,
  type WriteControl,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { stockWatch } from './stockWatch';

/** The same requests through the stock JavaScript client as it comes, to compare with. */
export class StockClusterClient implements ClusterClient {
  readonly name: string;
  readonly #api: KubernetesObjectApi;
  readonly #watch: Watch;
  readonly #applyStrategy: Parameters<KubernetesObjectApi['patch']>[5];

  static async create(options: {
    name: string;
    kubeconfig: string;
  }): Promise<StockClusterClient> {
    const stock = await import('@kubernetes/client-node');
    const config = new stock.KubeConfig();
    config.loadFromFile(options.kubeconfig);
    return new StockClusterClient({
      name: options.name,
      api: stock.KubernetesObjectApi.makeApiClient(config),
      watch: new stock.Watch(config),
      applyStrategy: stock.PatchStrategy.ServerSideApply,
    });
  }

  private constructor(options: {
    name: string;
    api: KubernetesObjectApi;
    watch: Watch;
    applyStrategy: Parameters<KubernetesObjectApi['patch']>[5];
  }) {
    this.name = options.name;
    this.#api = options.api;
    this.#watch = options.watch;
    this.#applyStrategy = options.applyStrategy;
  }

  async get({
    name,
    namespace,
    ...kind
  }: ObjectIdentity): Promise<KubernetesObject | undefined> {
    try {
      const metadata = { name, namespace: namespace ?? '' };
      return toObject(await this.#api.read({ ...kind, metadata }));
    } catch (error) {
      if (codeOf(error) === 404) {
        return undefined;
      }
      throw toClusterError(error);
    }
  }

  async list(kind: ObjectKind, query: ListQuery = {}): Promise<ObjectList> {
    const list = await this.#api
      .list(
        kind.apiVersion,
        kind.kind,
        query.namespace,
        undefined,
        undefined,
        undefined,
        undefined,
        query.labelSelector,
      )
      .catch(rethrow);
    return {
      items: list.items.map(item => toObject({ ...item, ...kind })),
      resourceVersion: list.metadata?.resourceVersion ?? '',
    };
  }

  async create(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    const dryRun = control?.dryRun ? 'All' : undefined;
    return toObject(
      await this.#api
        .create(toMutable(object), undefined, dryRun, MANAGED_BY)
        .catch(rethrow),
    );
  }

  async apply(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    return toObject(
      await this.#api
        .patch(
          toMutable(object),
          undefined,
          control?.dryRun ? 'All' : undefined,
          MANAGED_BY,
          true,
          this.#applyStrategy,
        )
        .catch(rethrow),
    );
  }

  async delete(
    { name, namespace, ...kind }: ObjectIdentity,
    control: WriteControl & { readonly uid: string },
  ): Promise<'deleted' | 'terminating'> {
    const body: V1DeleteOptions = { preconditions: { uid: control.uid } };
    await this.#api
      .delete(
        { ...kind, metadata: { name, namespace } },
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        body,
      )
      .catch(rethrow);
    return 'deleted';
  }

  watch(
    kind: ObjectKind,
    query: ListQuery & { readonly resourceVersion: string },
  ): AsyncIterable<WatchEvent> {
    return stockWatch(this.#watch, kind, query);
  }

  async version(): Promise<string> {
    return 'unknown';
  }
}

type StockObject = Parameters<KubernetesObjectApi['create']>[0];

/** Its types are mutable and know neither `spec` nor `rules`; the values are the same JSON. */
function toMutable(object: KubernetesObject): StockObject {
  return structuredClone(object) as StockObject;
}

function toObject(object: StockObject): KubernetesObject {
  return object as unknown as KubernetesObject;
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error
    ? Number(error.code)
    : undefined;
}

function toClusterError(error: unknown): ClusterError {
  return new ClusterError({
    reason: codeOf(error) === 409 ? 'ObjectConflict' : 'ClusterUnavailable',
    message: String(error),
    status: codeOf(error),
    cause: error,
  });
}

function rethrow(error: unknown): never {
  throw toClusterError(error);
}
