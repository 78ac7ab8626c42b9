import type { JsonObject, JsonValue } from '@backstage/types';
import { applyPatch, JsonPatchError, type Operation } from 'fast-json-patch';
import { badRequest } from '../api/errors';
import { StatusError } from '../api/StatusError';
import { isJsonObject } from '../objects/KubernetesObject';

function isOperations(patch: JsonValue): patch is JsonValue[] & Operation[] {
  return (
    Array.isArray(patch) &&
    patch.every(
      operation =>
        isJsonObject(operation) &&
        typeof operation.op === 'string' &&
        typeof operation.path === 'string',
    )
  );
}

/** JSON patch; an operation that does not fit, or a failed `test`, refuses the whole patch. */
export function jsonPatch(target: JsonObject, patch: JsonValue): JsonValue {
  if (!isOperations(patch)) {
    throw badRequest('error decoding patch: a list of operations is expected');
  }
  try {
    return applyPatch<JsonValue>(target, patch, true, false, true).newDocument;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    throw new StatusError({
      code: 422,
      reason: 'Invalid',
      message: `the server rejected our request due to an error in our request`,
      details: {},
    });
  }
}
