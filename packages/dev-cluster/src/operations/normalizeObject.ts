import type { JsonObject, JsonValue } from '@backstage/types';
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

/** Typed objects know no `null`: a field that is `null` is a field that is not there. */
function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = {};
  for (const [field, child] of Object.entries(value)) {
    if (child !== null && child !== undefined) {
      kept[field] = withoutNulls(child);
    }
  }
  return kept;
}

function isEmpty(value: JsonValue | undefined): boolean {
  return (
    value === '' ||
    (typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 0)
  );
}

function normalizeMetadata(value: JsonValue | undefined): ObjectMeta {
  const given = withoutNulls(isJsonObject(value) ? value : {});
  const kept = Object.entries(given as JsonObject).filter(
    ([field, child]) => !optionalMetadata.includes(field) || !isEmpty(child),
  );
  return { name: '', ...Object.fromEntries(kept) };
}

function checkType(type: ResourceType, body: JsonObject): void {
  const expected = apiVersionOf(type);
  const { kind, apiVersion } = body;
  if (kind === undefined && type.custom) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): Object 'Kind' is missing`,
    );
  }
  if (kind !== undefined && kind !== type.kind) {
    throw badRequest(
      `${String(kind)} in version ${JSON.stringify(
        apiVersion ?? expected,
      )} cannot be handled as a ${type.kind}`,
    );
  }
  if (apiVersion !== undefined && apiVersion !== expected) {
    throw badRequest(
      `${type.kind} in version ${JSON.stringify(
        apiVersion,
      )} cannot be handled as a ${
        type.kind
      }: the API version in the data does not match the expected API version (${expected})`,
    );
  }
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
  checkType(type, body);
  const { metadata: given, ...fields } = body;
  const metadata = normalizeMetadata(given);
  if (type.namespaced) {
    if (metadata.namespace && metadata.namespace !== namespace) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    metadata.namespace = namespace;
  } else {
    delete metadata.namespace;
  }
  const rest = type.custom ? fields : withoutNulls(fields);
  return {
    ...(isJsonObject(rest) && rest),
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata,
  };
}
