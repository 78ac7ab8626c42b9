import type { JsonValue } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';
import { FieldSet } from './FieldSet';
import {
  fieldSchema,
  itemElement,
  itemSchema,
  shapeOf,
  type FieldSchema,
} from './FieldSchema';

function childrenOf(
  schema: FieldSchema | undefined,
  value: JsonValue,
): [string, FieldSet][] {
  if (Array.isArray(value)) {
    return value.map(item => {
      const inner = ownedFields(itemSchema(schema), item);
      return [itemElement(schema, item), new FieldSet(true, inner.children)];
    });
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([field, child]) =>
    child === undefined
      ? []
      : [[`f:${field}`, ownedFields(fieldSchema(schema, field), child)]],
  );
}

/** The fields that an applied configuration names: leaves, items, and empty objects or lists. */
export function ownedFields(
  schema: FieldSchema | undefined,
  value: JsonValue,
): FieldSet {
  if (shapeOf(schema, value) === 'leaf') return FieldSet.leaf;
  const children = childrenOf(schema, value);
  return children.length ? FieldSet.of(false, children) : FieldSet.leaf;
}
