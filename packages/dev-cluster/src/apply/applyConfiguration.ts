import type { JsonObject } from '@backstage/types';
import {
  isJsonObject,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { compareObjects } from './compareObjects';
import { refuseConflicts } from './fieldConflicts';
import type { FieldSchema } from './FieldSchema';
import { FieldSet } from './FieldSet';
import { ManagedFields, type Writer } from './ManagedFields';
import { mergeObjects } from './mergeObjects';
import { ownedFields } from './ownedFields';
import { removeFields } from './removeFields';
import { ownableFields, withOwnableFields } from './systemFields';
import { withManagedFields } from './trackUpdate';

/** Takes out what the applier named before, names no longer, and nobody else owns. */
function prune(options: {
  schema: FieldSchema;
  merged: JsonObject;
  last: FieldSet;
  owned: FieldSet;
}): JsonObject {
  const { schema, merged, last, owned } = options;
  if (last.isEmpty()) return merged;
  const remove = last.withParents(schema).difference(owned.withParents(schema));
  const left = removeFields(schema, merged, remove);
  return isJsonObject(left) ? left : {};
}

/**
 * Server-side apply: the live object with everything the configuration says, without what the same
 * applier said before and says no longer. Fields with another value that others own are conflicts
 * unless `force` takes them over.
 */
export function applyConfiguration(options: {
  schema: FieldSchema;
  live: KubernetesObject;
  configuration: JsonObject;
  writer: Writer;
  force: boolean;
  time: string;
  leaveOut?: readonly string[];
}): KubernetesObject {
  const { schema, live, writer, force, time, leaveOut } = options;
  const configuration = ownableFields(options.configuration, { leaveOut });
  const before = ManagedFields.from(live.metadata.managedFields);
  const fields = Object.keys(configuration).length
    ? ownedFields(schema, configuration)
    : FieldSet.empty;
  const managed = before.with(writer, fields, time);

  const liveFields = ownableFields(live as JsonObject, { leaveOut });
  const merged = mergeObjects(schema, liveFields, configuration);
  const result = prune({
    schema,
    merged: isJsonObject(merged) ? merged : {},
    last: before.fieldsOf(writer),
    owned: managed.all(),
  });

  const { changed, removed } = compareObjects(schema, liveFields, result);
  if (!force) refuseConflicts({ managed, writer, changed });
  return withManagedFields(
    withOwnableFields(live, result, { leaveOut }),
    managed.takenFromOthers(writer, changed.union(removed)),
  );
}
