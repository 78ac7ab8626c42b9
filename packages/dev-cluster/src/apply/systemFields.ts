import type { JsonObject } from '@backstage/types';
import {
  isJsonObject,
  type KubernetesObject,
} from '../objects/KubernetesObject';

/** Metadata that nobody can own. */
const systemMetadata = new Set([
  'name',
  'namespace',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'uid',
  'generation',
  'managedFields',
  'resourceVersion',
]);

function pick(
  object: JsonObject,
  wanted: (field: string) => boolean,
): JsonObject {
  const kept: JsonObject = {};
  for (const [field, value] of Object.entries(object)) {
    if (value !== undefined && wanted(field)) kept[field] = value;
  }
  return kept;
}

interface Options {
  /** Fields that belong to another endpoint, such as `status`. */
  readonly leaveOut?: readonly string[];
}

function isSystemField(field: string, { leaveOut = [] }: Options): boolean {
  return field === 'apiVersion' || field === 'kind' || leaveOut.includes(field);
}

/** The part of an object that writers can own. */
export function ownableFields(
  object: JsonObject,
  options: Options = {},
): JsonObject {
  const kept = pick(object, field => !isSystemField(field, options));
  if (isJsonObject(kept.metadata)) {
    kept.metadata = pick(kept.metadata, field => !systemMetadata.has(field));
    if (Object.keys(kept.metadata).length === 0) delete kept.metadata;
  }
  return kept;
}

/** The ownable part put back into the object that it belongs to. */
export function withOwnableFields(
  object: KubernetesObject,
  fields: JsonObject,
  options: Options = {},
): KubernetesObject {
  const system = pick(object as JsonObject, field =>
    isSystemField(field, options),
  );
  const metadata = isJsonObject(fields.metadata) ? fields.metadata : {};
  return {
    ...fields,
    ...system,
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: {
      ...metadata,
      ...pick(object.metadata, field => systemMetadata.has(field)),
      name: object.metadata.name,
    },
  };
}
