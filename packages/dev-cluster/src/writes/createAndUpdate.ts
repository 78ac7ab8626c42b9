import { badRequest, invalid } from '../api/errors';
import { invalidValue } from '../api/fieldProblems';
import { createObject } from '../operations/createObject';
import { normalizeObject } from '../operations/normalizeObject';
import { isDryRun } from '../operations/ResourceRequest';
import { updateObject } from '../operations/updateObject';
import {
  liveObject,
  writerOf,
  type WriteRequest,
  type WriteResult,
} from './WriteRequest';

/** POST of a new object. */
export function create(write: WriteRequest): WriteResult {
  const { cluster, request, body, admit } = write;
  const { type, namespace, query } = request;
  const object = createObject({
    cluster,
    type,
    object: normalizeObject({ type, namespace, body }),
    writer: writerOf(request, 'Update'),
    dryRun: isDryRun(query),
    admit,
  });
  return { code: 201, object };
}

/** PUT of the new state of an object; custom kinds must say which state they replace. */
export function update(write: WriteRequest): WriteResult {
  const { cluster, request, body, admit } = write;
  const { type, namespace, name, subresource, query } = request;
  const object = normalizeObject({ type, namespace, body });
  if (type.custom && !object.metadata.resourceVersion) {
    const field = 'metadata.resourceVersion';
    const problem = invalidValue(field, 0, 'must be specified for an update');
    throw invalid({ type, name, problems: [problem] });
  }
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  return {
    code: 200,
    object: updateObject({
      cluster,
      type,
      live: liveObject(cluster, request),
      object,
      writer: writerOf(request, 'Update'),
      subresource,
      dryRun: isDryRun(query),
      admit,
    }),
  };
}
