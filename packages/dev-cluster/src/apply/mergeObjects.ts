import type { JsonValue } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';
import {
  fieldSchema,
  itemsByElement,
  itemSchema,
  shapeOf,
  type FieldSchema,
} from './FieldSchema';

/** The live value with everything that the applied configuration says. */
export function mergeObjects(
  schema: FieldSchema | undefined,
  live: JsonValue | undefined,
  applied: JsonValue,
): JsonValue {
  const shape = shapeOf(schema, applied);
  if (shape === 'leaf') return applied;
  if (shape === 'object' && isJsonObject(applied)) {
    const merged = isJsonObject(live) ? { ...live } : {};
    for (const [field, value] of Object.entries(applied)) {
      if (value === undefined) continue;
      merged[field] = mergeObjects(
        fieldSchema(schema, field),
        merged[field],
        value,
      );
    }
    return merged;
  }
  // New items follow the live ones; the order of live items stays.
  const items = itemsByElement(schema, live);
  for (const [element, item] of itemsByElement(schema, applied)) {
    items.set(
      element,
      mergeObjects(itemSchema(schema), items.get(element), item),
    );
  }
  return [...items.values()];
}
