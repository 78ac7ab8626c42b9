import { methodNotAllowed } from '../api/errors';
import { create, update } from './createAndUpdate';
import { patch } from './patch';
import { remove, removeCollection } from './remove';
import type { WriteRequest, WriteResult } from './WriteRequest';

/** Does what a write asks for. */
export function write(request: WriteRequest): WriteResult {
  switch (request.request.verb) {
    case 'create':
      return create(request);
    case 'update':
      return update(request);
    case 'patch':
      return patch(request);
    case 'delete':
      return remove(request);
    case 'deletecollection':
      return removeCollection(request);
    default:
      throw methodNotAllowed();
  }
}
