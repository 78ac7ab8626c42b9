import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
  type ListQuery,
  type ObjectIdentity,
  type ObjectKind,
  type ObjectList,
  type RequestControl,
  type WatchEvent,
  type WriteControl,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  ClusterConnections,
  type ClusterConnectionsOptions,
} from './ClusterConnections';
import { ClusterTransport, type ClusterRequest } from './ClusterTransport';
import type { RequestDescription } from './describeRequest';
import { listPages, PAGE_SIZE, type ListPage } from './listPages';
import {
  ResourceDirectory,
  type DiscoveredResources,
} from './ResourceDirectory';
import { apiPath, resourcePath } from './resources';
import { watchEvents } from './watchEvents';

const APPLY_CONTENT_TYPE = 'application/apply-patch+yaml';
const METADATA_LIST =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const METADATA = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Bookmarks come about once a minute: three missed ones mean that nobody is there any more. */
const WATCH_IDLE_TIMEOUT_MS = 200_000;

/** What {@link KubernetesClusterClient} is made from. */
export interface KubernetesClusterClientOptions
  extends ClusterConnectionsOptions {
  /** Name of the cluster in the configuration. */
  readonly name: string;
  /** How long a watch may be silent. */
  readonly watchIdleTimeoutMs?: number;
  /** Waits between tries; replaced in tests. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/** Talks JSON to the API server of one cluster over kept connections. */
export class KubernetesClusterClient implements ClusterClient {
  readonly name: string;
  readonly #transport: ClusterTransport;
  readonly #directory: ResourceDirectory;
  readonly #watchIdleTimeoutMs: number;

  constructor(options: KubernetesClusterClientOptions) {
    this.name = options.name;
    this.#transport = new ClusterTransport({
      connections: new ClusterConnections(options),
      wait: options.wait,
    });
    this.#watchIdleTimeoutMs =
      options.watchIdleTimeoutMs ?? WATCH_IDLE_TIMEOUT_MS;
    this.#directory = new ResourceDirectory({
      cluster: this.name,
      discover: apiVersion => this.#discover(apiVersion),
    });
  }

  async get(
    identity: ObjectIdentity,
    control?: RequestControl,
  ): Promise<KubernetesObject | undefined> {
    try {
      return await this.#transport.send<KubernetesObject>({
        method: 'GET',
        path: await this.#path(identity),
        signal: control?.signal,
        about: this.#about('get', identity),
      });
    } catch (error) {
      if (isStatus(error, 404)) {
        return undefined;
      }
      throw error;
    }
  }

  async list(kind: ObjectKind, query: ListQuery = {}): Promise<ObjectList> {
    const path = await this.#collectionPath(kind, query.namespace);
    return listPages(kind, continueToken =>
      this.#transport.send<ListPage>({
        method: 'GET',
        path,
        query: {
          limit: String(PAGE_SIZE),
          continue: continueToken,
          labelSelector: query.labelSelector,
        },
        accept: query.metadataOnly ? METADATA_LIST : undefined,
        signal: query.signal,
        about: { cluster: this.name, verb: 'list', kind },
      }),
    );
  }

  async create(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    const identity = identityOf(object);
    return this.#transport.send<KubernetesObject>({
      method: 'POST',
      path: await this.#collectionPath(object, identity.namespace),
      query: {
        fieldManager: MANAGED_BY,
        dryRun: control?.dryRun ? 'All' : undefined,
      },
      body: object,
      signal: control?.signal,
      about: this.#about('create', identity),
    });
  }

  async apply(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject> {
    const identity = identityOf(object);
    return this.#transport.send<KubernetesObject>({
      method: 'PATCH',
      path: await this.#path(identity),
      query: {
        fieldManager: MANAGED_BY,
        force: 'true',
        // An apply refuses unknown fields in any case; what this leaves out is to parse the body once more.
        fieldValidation: 'Ignore',
        dryRun: control?.dryRun ? 'All' : undefined,
      },
      body: object,
      contentType: APPLY_CONTENT_TYPE,
      signal: control?.signal,
      about: this.#about('apply', identity),
    });
  }

  async delete(
    identity: ObjectIdentity,
    control: WriteControl & { readonly uid: string },
  ): Promise<'deleted' | 'terminating'> {
    const request: ClusterRequest = {
      method: 'DELETE',
      path: await this.#path(identity),
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Background',
        preconditions: { uid: control.uid },
        ...(control.dryRun && { dryRun: ['All'] }),
      },
      signal: control.signal,
      about: this.#about('delete', identity),
    };
    try {
      // Answers with a Status when the object is gone, and with the object while finalizers hold it.
      const answer = await this.#transport.send<Partial<KubernetesObject>>(
        request,
      );
      return answer.metadata?.deletionTimestamp ? 'terminating' : 'deleted';
    } catch (error) {
      if (isStatus(error, 404)) {
        return 'deleted';
      }
      if (isStatus(error, 409)) {
        return this.#afterRefusedDeletion(identity, control, error);
      }
      throw error;
    }
  }

  watch(
    kind: ObjectKind,
    query: ListQuery & { readonly resourceVersion: string },
  ): AsyncIterable<WatchEvent> {
    return watchEvents({
      kind,
      signal: query.signal,
      about: { cluster: this.name, verb: 'watch', kind },
      open: async () =>
        this.#transport.stream(
          {
            method: 'GET',
            path: await this.#collectionPath(kind, query.namespace),
            query: {
              watch: 'true',
              allowWatchBookmarks: 'true',
              resourceVersion: query.resourceVersion,
              labelSelector: query.labelSelector,
            },
            accept: METADATA,
            signal: query.signal,
            about: { cluster: this.name, verb: 'watch', kind },
          },
          this.#watchIdleTimeoutMs,
        ),
    });
  }

  async version(control?: RequestControl): Promise<string> {
    const { gitVersion } = await this.#transport.send<{ gitVersion?: string }>({
      method: 'GET',
      path: '/version',
      signal: control?.signal,
      about: { cluster: this.name, verb: 'read the version' },
    });
    return gitVersion ?? 'unknown';
  }

  /** Closes connections; running requests finish first. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  /** A namespace that is going away already refuses its deletion with the same status as a wrong UID. */
  async #afterRefusedDeletion(
    identity: ObjectIdentity,
    control: WriteControl & { readonly uid: string },
    refusal: unknown,
  ): Promise<'deleted' | 'terminating'> {
    const live = await this.get(identity, { signal: control.signal });
    if (!live) {
      return 'deleted';
    }
    if (live.metadata.uid === control.uid && live.metadata.deletionTimestamp) {
      return 'terminating';
    }
    throw refusal;
  }

  async #discover(apiVersion: string): Promise<DiscoveredResources> {
    try {
      return await this.#transport.send<DiscoveredResources>({
        method: 'GET',
        path: apiPath(apiVersion),
        about: { cluster: this.name, verb: `discover ${apiVersion}` },
      });
    } catch (error) {
      if (isStatus(error, 404)) {
        return {};
      }
      throw error;
    }
  }

  async #path(identity: ObjectIdentity): Promise<string> {
    const resource = await this.#directory.find(identity);
    if (resource.namespaced && !identity.namespace) {
      throw new Error(`${identity.kind} ${identity.name} needs a namespace`);
    }
    return resourcePath({ ...identity, resource });
  }

  async #collectionPath(
    kind: ObjectKind,
    namespace: string | undefined,
  ): Promise<string> {
    const resource = await this.#directory.find(kind);
    return resourcePath({ apiVersion: kind.apiVersion, resource, namespace });
  }

  #about(verb: string, object: ObjectIdentity): RequestDescription {
    return { cluster: this.name, verb, object };
  }
}

function identityOf(object: KubernetesObject): ObjectIdentity {
  const { name, namespace } = object.metadata;
  return { apiVersion: object.apiVersion, kind: object.kind, namespace, name };
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof ClusterError && error.status === status;
}
