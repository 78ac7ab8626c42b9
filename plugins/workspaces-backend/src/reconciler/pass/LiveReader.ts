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

/** Reads objects of one workspace from its cluster. */
export class LiveReader implements ObjectReader {
  readonly #cluster: ClusterClient;
  readonly #labelSelector: string;
  readonly #signal: AbortSignal | undefined;
  #requests = 0;

  constructor(options: {
    readonly cluster: ClusterClient;
    readonly workspaceId: string;
    readonly signal?: AbortSignal;
  }) {
    this.#cluster = options.cluster;
    this.#signal = options.signal;
    this.#labelSelector = `${MANAGED_BY_LABEL}=${MANAGED_BY},${WORKSPACE_LABEL}=${options.workspaceId}`;
  }

  /** How many requests were made. */
  get requests(): number {
    return this.#requests;
  }

  async get(identity: ObjectIdentity): Promise<KubernetesObject | undefined> {
    this.#requests += 1;
    return this.#cluster.get(identity, { signal: this.#signal });
  }

  async listManaged(
    kind: ObjectKind,
    namespace: string,
  ): Promise<KubernetesObject[]> {
    this.#requests += 1;
    const { items } = await this.#cluster.list(kind, {
      namespace,
      labelSelector: this.#labelSelector,
      signal: this.#signal,
    });
    return items;
  }
}
