import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';

/**
 * How a field merges. Without a schema an object merges field by field and a list as a whole.
 */
export type FieldSchema =
  | {
      readonly type: 'object';
      readonly fields?: { readonly [name: string]: FieldSchema | undefined };
      /** The schema of every value of a map. */
      readonly values?: FieldSchema;
      /** Whether the names of the fields are data, so that each of them is owned by itself. */
      readonly map?: true;
    }
  | { readonly type: 'atomic' }
  | { readonly type: 'set' }
  | {
      readonly type: 'list';
      readonly keys: readonly string[];
      /** Values of keys that an item may leave out. */
      readonly defaults?: JsonObject;
      readonly items?: FieldSchema;
    };

/** How a value is walked: as one leaf, by field, or by item. */
export type Shape = 'leaf' | 'object' | 'items';

/** The shape of a value under a schema. */
export function shapeOf(
  schema: FieldSchema | undefined,
  value: JsonValue | undefined,
): Shape {
  if (schema?.type === 'atomic') return 'leaf';
  if (isJsonObject(value)) return 'object';
  const byItem = schema?.type === 'set' || schema?.type === 'list';
  return Array.isArray(value) && byItem ? 'items' : 'leaf';
}

/** The schema of a field of an object. */
export function fieldSchema(
  schema: FieldSchema | undefined,
  field: string,
): FieldSchema | undefined {
  if (schema?.type !== 'object') return undefined;
  return schema.fields?.[field] ?? schema.values;
}

/** The schema of an item of a list. */
export function itemSchema(
  schema: FieldSchema | undefined,
): FieldSchema | undefined {
  return schema?.type === 'list' ? schema.items : undefined;
}

/** The path element that names an item of a list with keys or of a set. */
export function itemElement(
  schema: FieldSchema | undefined,
  item: JsonValue,
): string {
  if (schema?.type !== 'list') return `v:${JSON.stringify(item)}`;
  const keys: JsonObject = {};
  for (const key of [...schema.keys].sort()) {
    const value = isJsonObject(item) ? item[key] : undefined;
    const chosen = value ?? schema.defaults?.[key];
    if (chosen !== undefined) keys[key] = chosen;
  }
  return `k:${JSON.stringify(keys)}`;
}

/** Items of a list by their path element, in order. */
export function itemsByElement(
  schema: FieldSchema | undefined,
  value: JsonValue | undefined,
): Map<string, JsonValue> {
  const items = new Map<string, JsonValue>();
  if (!Array.isArray(value)) return items;
  for (const item of value) items.set(itemElement(schema, item), item);
  return items;
}
