import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';
import {
  fieldSchema,
  itemElement,
  itemSchema,
  shapeOf,
  type FieldSchema,
} from './FieldSchema';
import type { FieldSet } from './FieldSet';

/** The value without the fields and items in the set; nothing left gives `undefined`. */
export function removeFields(
  schema: FieldSchema | undefined,
  value: JsonValue,
  remove: FieldSet,
): JsonValue | undefined {
  const shape = shapeOf(schema, value);
  if (shape === 'leaf' || remove.children.size === 0) return value;
  if (isJsonObject(value)) {
    const kept: JsonObject = {};
    for (const [field, child] of Object.entries(value)) {
      const inner = remove.child(`f:${field}`);
      if (inner.member || child === undefined) continue;
      const left = removeFields(fieldSchema(schema, field), child, inner);
      if (left !== undefined) kept[field] = left;
    }
    return Object.keys(kept).length ? kept : undefined;
  }
  if (!Array.isArray(value)) return value;
  const items = value.flatMap(item => {
    const inner = remove.child(itemElement(schema, item));
    if (inner.member) return [];
    const left = removeFields(itemSchema(schema), item, inner);
    return left === undefined ? [] : [left];
  });
  return items.length ? items : undefined;
}
