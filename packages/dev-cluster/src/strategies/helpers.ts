import type { JsonObject, JsonValue } from '@backstage/types';
import {
  isJsonObject,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { canonicalQuantity } from '../objects/quantity';

/** The object with another `spec`. */
export function withSpec(
  object: KubernetesObject,
  change: (spec: JsonObject) => JsonObject,
): KubernetesObject {
  const spec = isJsonObject(object.spec) ? object.spec : {};
  return { ...object, spec: change(spec) };
}

/** A map of quantities in their usual form. */
export function canonicalQuantities(
  value: JsonValue | undefined,
): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, quantity]) => [
      name,
      canonicalQuantity(quantity),
    ]),
  );
}

/** The object without those of the fields that are empty lists or maps. */
export function withoutEmpty<T extends JsonObject>(
  object: T,
  fields: readonly string[],
): T {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([field, value]) =>
        !fields.includes(field) ||
        (typeof value === 'object' &&
          value !== null &&
          Object.keys(value).length > 0),
    ),
  ) as T;
}
