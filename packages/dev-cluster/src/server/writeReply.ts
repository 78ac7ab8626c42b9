import type { JsonObject, JsonValue } from '@backstage/types';
import {
  badRequest,
  invalid,
  methodNotAllowed,
  notFound,
  unsupportedMediaType,
} from '../api/errors';
import { forbiddenValue, invalidValue, required } from '../api/fieldProblems';
import { apiVersionOf } from '../api/ResourceType';
import type { Writer } from '../apply/ManagedFields';
import { parseLabelSelector } from '../objects/labelSelector';
import {
  isJsonObject,
  objectField,
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { createObject } from '../operations/createObject';
import { deleteObject, type DeleteOptions } from '../operations/deleteObject';
import { normalizeObject } from '../operations/normalizeObject';
import { applyObject, patchObject } from '../operations/patchObject';
import { isDryRun, type ResourceRequest } from '../operations/ResourceRequest';
import { updateObject } from '../operations/updateObject';

/** What a write gives back: an object, or the `Status` of a deletion. */
export type WriteResult = { code: number } & (
  | { object: KubernetesObject }
  | { status: JsonObject }
);

interface WriteOptions {
  readonly cluster: ClusterState;
  readonly request: ResourceRequest;
  readonly body: JsonValue;
  readonly contentType: string;
  /** May refuse the object as it is going to be. */
  readonly admit?: (object: KubernetesObject) => void;
}

function writerOf(
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

function liveObject(cluster: ClusterState, request: ResourceRequest) {
  const { type, name } = request;
  const namespace = type.namespaced ? request.namespace : '';
  const live = cluster.store.get(type, namespace, name);
  if (!live) throw notFound(type, name);
  return live;
}

function create({ cluster, request, body, admit }: WriteOptions): WriteResult {
  const { type, namespace, query } = request;
  const object = createObject({
    cluster,
    type,
    object: normalizeObject({ type, namespace, body }),
    writer: writerOf(request, 'Update'),
    dryRun: isDryRun(query),
    admit,
  });
  return { code: 201, object };
}

function update({ cluster, request, body, admit }: WriteOptions): WriteResult {
  const { type, namespace, name, subresource, query } = request;
  const object = normalizeObject({ type, namespace, body });
  if (type.custom && !object.metadata.resourceVersion) {
    const field = 'metadata.resourceVersion';
    const problem = invalidValue(field, 0, 'must be specified for an update');
    throw invalid({ type, name, problems: [problem] });
  }
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  return {
    code: 200,
    object: updateObject({
      cluster,
      type,
      live: liveObject(cluster, request),
      object,
      writer: writerOf(request, 'Update'),
      subresource,
      dryRun: isDryRun(query),
      admit,
    }),
  };
}

function checkPatchOptions(query: URLSearchParams, contentType: string): void {
  const isApply = contentType.startsWith('application/apply-patch');
  const problems = [
    ...(isApply && !query.get('fieldManager')
      ? [required('fieldManager', 'is required for apply patch')]
      : []),
    ...(!isApply && query.has('force')
      ? [forbiddenValue('force', 'may not be specified for non-apply patch')]
      : []),
  ];
  if (problems.length === 0) return;
  const type = { group: 'meta.k8s.io', kind: 'PatchOptions' };
  throw invalid({ type, name: '', problems });
}

function patch(options: WriteOptions): WriteResult {
  const { cluster, request, body, contentType, admit } = options;
  const { type, name, subresource, query } = request;
  const shared = {
    cluster,
    type,
    namespace: type.namespaced ? request.namespace : '',
    name,
    subresource,
    patch: body,
    dryRun: isDryRun(query),
    admit,
  };
  checkPatchOptions(query, contentType);
  if (contentType.startsWith('application/apply-patch')) {
    const { created, object } = applyObject({
      ...shared,
      writer: writerOf(request, 'Apply'),
      force: query.get('force') === 'true',
    });
    return { code: created ? 201 : 200, object };
  }
  const writer = writerOf(request, 'Update');
  if (contentType.startsWith('application/merge-patch')) {
    return {
      code: 200,
      object: patchObject({ ...shared, writer, format: 'merge' }),
    };
  }
  if (contentType.startsWith('application/json-patch')) {
    return {
      code: 200,
      object: patchObject({ ...shared, writer, format: 'json' }),
    };
  }
  throw unsupportedMediaType();
}

function deleteOptionsOf({ request, body }: WriteOptions): DeleteOptions {
  const options = isJsonObject(body) ? body : {};
  const preconditions = objectField(options, 'preconditions');
  return {
    preconditions: {
      uid: stringField(preconditions, 'uid'),
      resourceVersion: stringField(preconditions, 'resourceVersion'),
    },
    propagationPolicy:
      stringField(options, 'propagationPolicy') ??
      request.query.get('propagationPolicy') ??
      undefined,
    dryRun: isDryRun(request.query, options),
  };
}

function remove(options: WriteOptions): WriteResult {
  const { cluster, request } = options;
  const { type } = request;
  const live = liveObject(cluster, request);
  const { gone, object } = deleteObject({
    cluster,
    type,
    object: live,
    options: deleteOptionsOf(options),
  });
  if (!gone || type.returnsDeletedObject) return { code: 200, object };
  return {
    code: 200,
    status: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name: live.metadata.name,
        ...(type.group && { group: type.group }),
        kind: type.resource,
        uid: live.metadata.uid ?? '',
      },
    },
  };
}

function removeCollection(options: WriteOptions): WriteResult {
  const { cluster, request } = options;
  const { type, namespace, query } = request;
  const labels = parseLabelSelector(query.get('labelSelector'));
  const objects = cluster.store
    .list(type, {
      ...(type.namespaced && { namespace }),
      labels: labels.equalities,
    })
    .filter(object => labels.matches(object.metadata.labels));
  for (const object of objects) {
    deleteObject({ cluster, type, object, options: deleteOptionsOf(options) });
  }
  return {
    code: 200,
    status: {
      kind: `${type.kind}List`,
      apiVersion: apiVersionOf(type),
      metadata: { resourceVersion: String(cluster.store.resourceVersion) },
      items: objects as JsonObject[],
    },
  };
}

/** Does what a write asks for. */
export function write(options: WriteOptions): WriteResult {
  switch (options.request.verb) {
    case 'create':
      return create(options);
    case 'update':
      return update(options);
    case 'patch':
      return patch(options);
    case 'delete':
      return remove(options);
    case 'deletecollection':
      return removeCollection(options);
    default:
      throw methodNotAllowed();
  }
}
