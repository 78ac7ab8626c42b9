import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';

/** JSON merge patch: `null` deletes, objects merge, everything else replaces. */
export function mergePatch(
  target: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const merged: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete merged[field];
    else if (value !== undefined)
      merged[field] = mergePatch(merged[field], value);
  }
  return merged;
}
