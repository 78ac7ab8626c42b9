import type { JsonObject, JsonValue } from '@backstage/types';
import { notFound } from '../api/errors';
import { apiVersionOf } from '../api/ResourceType';
import type { Writer } from '../apply/ManagedFields';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest } from '../operations/ResourceRequest';

/** A request that changes something, with its body. */
export interface WriteRequest {
  readonly cluster: ClusterState;
  readonly request: ResourceRequest;
  readonly body: JsonValue;
  readonly contentType: string;
  /** May refuse the object as it is going to be. */
  readonly admit?: (object: KubernetesObject) => void;
}

/** What a write gives back: an object, or the `Status` of a deletion. */
export type WriteResult = { readonly code: number } & (
  | { readonly object: KubernetesObject }
  | { readonly status: JsonObject }
);

/** The field manager that a request names, or else the user agent. */
export function writerOf(
  request: ResourceRequest,
  operation: Writer['operation'],
): Writer {
  const { type, subresource, query, agent } = request;
  return {
    manager: query.get('fieldManager') || agent,
    operation,
    apiVersion: apiVersionOf(type),
    ...(subresource && { subresource }),
  };
}

/** Where objects of the type are kept that a request is about. */
export function namespaceOf({ type, namespace }: ResourceRequest): string {
  return type.namespaced ? namespace : '';
}

/** The object that a request is about. */
export function liveObject(
  cluster: ClusterState,
  request: ResourceRequest,
): KubernetesObject {
  const { type, name } = request;
  const live = cluster.store.get(type, namespaceOf(request), name);
  if (!live) throw notFound(type, name);
  return live;
}
