import type { JsonObject } from '@backstage/types';
import { apiVersionOf } from '../api/ResourceType';
import { parseFieldSelector } from '../objects/fieldSelector';
import {
  isJsonObject,
  objectField,
  stringField,
} from '../objects/KubernetesObject';
import { parseLabelSelector } from '../objects/labelSelector';
import { deleteObject, type DeleteOptions } from '../operations/deleteObject';
import { isDryRun } from '../operations/ResourceRequest';
import {
  liveObject,
  namespaceOf,
  type WriteRequest,
  type WriteResult,
} from './WriteRequest';

function optionsOf({ request, body }: WriteRequest): DeleteOptions {
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

/** DELETE of one object. */
export function remove(write: WriteRequest): WriteResult {
  const { cluster, request } = write;
  const { type } = request;
  const live = liveObject(cluster, request);
  const options = optionsOf(write);
  const { gone, object } = deleteObject({
    cluster,
    type,
    object: live,
    options,
  });
  if (!gone || type.returnsDeletedObject) return { code: 200, object };
  const details = {
    name: live.metadata.name,
    ...(type.group && { group: type.group }),
    kind: type.resource,
    uid: live.metadata.uid ?? '',
  };
  return {
    code: 200,
    status: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details,
    },
  };
}

/** DELETE of all objects that a selector finds. */
export function removeCollection(write: WriteRequest): WriteResult {
  const { cluster, request } = write;
  const { type, query } = request;
  const labels = parseLabelSelector(query.get('labelSelector'));
  const fields = parseFieldSelector(query.get('fieldSelector'), type.kind);
  const namespace = namespaceOf(request);
  const objects = cluster.store
    .list(type, {
      ...(namespace && { namespace }),
      labels: labels.equalities,
    })
    .filter(
      object =>
        labels.matches(object.metadata.labels) && fields.matches(object),
    );
  const options = optionsOf(write);
  for (const object of objects) {
    deleteObject({ cluster, type, object, options });
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
