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
): (readonly [string, FieldSet])[] {
  if (Array.isArray(value)) {
    return value.map(item => {
      const inner = ownedFields(itemSchema(schema), item);
      return [
        itemElement(schema, item),
        new FieldSet(true, inner.children),
      ] as const;
    });
  }
  if (!isJsonObject(value)) return [];
  const isMap = schema?.type === 'object' && schema.map === true;
  return Object.entries(value).flatMap(([field, child]) => {
    if (child === undefined) return [];
    const inner = ownedFields(fieldSchema(schema, field), child);
    const member = inner.member || (isMap && field !== 'metadata');
    return [[`f:${field}`, new FieldSet(member, inner.children)] as const];
  });
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
