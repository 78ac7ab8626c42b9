import type { JsonObject } from '@backstage/types';
import { badRequest } from '../api/errors';
import { apiVersionOf, type ResourceType } from '../api/ResourceType';
import {
  isJsonObject,
  type KubernetesObject,
  type ObjectMeta,
} from '../objects/KubernetesObject';

const optionalMetadata = [
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
];

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return Array.isArray(value)
    ? value.length === 0
    : isJsonObject(value) && Object.keys(value).length === 0;
}

function normalizeMetadata(metadata: JsonObject): ObjectMeta {
  const kept: JsonObject = {};
  for (const [field, value] of Object.entries(metadata)) {
    if (value === null || value === undefined) continue;
    if (optionalMetadata.includes(field) && isEmpty(value)) continue;
    kept[field] = value;
  }
  return { name: '', ...kept };
}

/** Checks that a body is an object of the type, in the namespace of the request. */
export function normalizeObject(options: {
  type: ResourceType;
  namespace: string;
  body: unknown;
}): KubernetesObject {
  const { type, namespace, body } = options;
  if (!isJsonObject(body)) {
    throw badRequest('the body of the request must be an object');
  }
  const { kind = type.kind, apiVersion = apiVersionOf(type) } = body;
  if (kind !== type.kind) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: the kind in the data is ${String(
        kind,
      )}`,
    );
  }
  if (apiVersion !== apiVersionOf(type)) {
    throw badRequest(
      `the API version in the data (${String(
        apiVersion,
      )}) does not match the expected API version (${apiVersionOf(type)})`,
    );
  }
  const metadata = normalizeMetadata(
    isJsonObject(body.metadata) ? body.metadata : {},
  );
  if (!type.namespaced) {
    const { namespace: _ignored, ...rest } = metadata;
    return { ...body, kind, apiVersion, metadata: rest };
  }
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return { ...body, kind, apiVersion, metadata: { ...metadata, namespace } };
}
