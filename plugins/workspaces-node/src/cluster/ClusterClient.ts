import type {
  KubernetesObject,
  ObjectIdentity,
  ObjectKind,
} from './KubernetesObject';

/** What every request may carry. @public */
export interface RequestControl {
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}

/** What every write may carry. @public */
export interface WriteControl extends RequestControl {
  /** Has the cluster check the write without storing it. */
  readonly dryRun?: boolean;
}

/** Which objects to list. @public */
export interface ListQuery extends RequestControl {
  readonly namespace?: string;
  /** Kubernetes label selector, such as `app=x,tier in (a,b)`. */
  readonly labelSelector?: string;
  /** Asks for metadata only (`PartialObjectMetadata`). */
  readonly metadataOnly?: boolean;
}

/** The objects of a list and the resource version from which to watch. @public */
export interface ObjectList {
  readonly items: KubernetesObject[];
  readonly resourceVersion: string;
}

/** A change that a watch reports; the object holds metadata only. @public */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: KubernetesObject;
}

/**
 * The requests we make to one cluster. Every method throws a {@link ClusterError} when the cluster refuses,
 * fails or does not answer.
 *
 * @public
 */
export interface ClusterClient {
  /** Name of the cluster in the configuration. */
  readonly name: string;

  /** Reads an object; undefined when there is none. */
  get(
    identity: ObjectIdentity,
    control?: RequestControl,
  ): Promise<KubernetesObject | undefined>;

  /** Lists objects of a kind, page by page inside. */
  list(kind: ObjectKind, query?: ListQuery): Promise<ObjectList>;

  /** Creates an object; refuses with `AlreadyExists` when there is one. */
  create(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject>;

  /** Server-side apply under our field manager, taking over fields of others (force). */
  apply(
    object: KubernetesObject,
    control?: WriteControl,
  ): Promise<KubernetesObject>;

  /** Deletes an object with exactly this UID. Absent objects count as deleted; `terminating` ones still have finalizers. */
  delete(
    identity: ObjectIdentity,
    control: WriteControl & { readonly uid: string },
  ): Promise<'deleted' | 'terminating'>;

  /** Watches the metadata of objects of a kind from a resource version. Ends when the cluster closes the watch. */
  watch(
    kind: ObjectKind,
    query: ListQuery & { readonly resourceVersion: string },
  ): AsyncIterable<WatchEvent>;

  /** The version of the cluster, such as `v1.36.3`. */
  version(control?: RequestControl): Promise<string>;
}
