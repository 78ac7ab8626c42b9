import type { JsonObject } from '@backstage/types';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { compareObjects } from './compareObjects';
import type { FieldSchema } from './FieldSchema';
import { ManagedFields, type Writer } from './ManagedFields';
import { ownableFields } from './systemFields';

/** What an object holds before it exists: the parts that Kubernetes never leaves out. */
function nothing(schema: FieldSchema): JsonObject {
  const isMap = schema.type === 'object' && schema.map;
  return { metadata: {}, ...(!isMap && { spec: {}, status: {} }) };
}

/**
 * Gives the writer of a create, an update or a patch the fields it changed, and takes them from
 * everybody else.
 */
export function trackUpdate(options: {
  schema: FieldSchema;
  live: KubernetesObject | undefined;
  changed: KubernetesObject;
  writer: Writer;
  time: string;
  leaveOut?: readonly string[];
}): KubernetesObject {
  const { schema, live, changed, writer, time, leaveOut } = options;
  const comparison = compareObjects(
    schema,
    live ? ownableFields(live as JsonObject, { leaveOut }) : nothing(schema),
    {
      ...(!live && nothing(schema)),
      ...ownableFields(changed as JsonObject, { leaveOut }),
    },
  );
  const managed = ManagedFields.from(
    changed.metadata.managedFields ?? live?.metadata.managedFields,
  ).takenFromOthers(writer, comparison.changed.union(comparison.removed));
  const fields = managed
    .fieldsOf(writer)
    .difference(comparison.removed)
    .union(comparison.changed);
  return withManagedFields(changed, managed.with(writer, fields, time));
}

/** The object with these field owners. */
export function withManagedFields(
  object: KubernetesObject,
  managed: ManagedFields,
): KubernetesObject {
  const { managedFields: _replaced, ...metadata } = object.metadata;
  const entries = managed.toEntries();
  return {
    ...object,
    metadata: entries.length
      ? { ...metadata, managedFields: entries }
      : metadata,
  };
}
