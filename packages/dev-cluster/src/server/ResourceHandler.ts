import { methodNotAllowed, notFound } from '../api/errors';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest, Verb } from '../operations/ResourceRequest';
import type { HttpRequest } from './ApiServer';
import { listReply } from './listReply';
import { parseBody } from './parseBody';
import type { Target } from './parseTarget';
import type { Reply } from './Reply';
import { representationOf, serializeAs } from './representation';
import { watchStream } from './watchStream';
import { write } from './writeReply';

/** The verb of a request for a resource. */
export function verbOf(
  method: string,
  target: Target,
  query: URLSearchParams,
): Verb {
  switch (method) {
    case 'GET':
      if (['true', '1'].includes(query.get('watch') ?? '')) return 'watch';
      return target.name ? 'get' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return target.name ? 'delete' : 'deletecollection';
    default:
      throw methodNotAllowed();
  }
}

/** Answers requests for resources out of the store. */
export class ResourceHandler {
  readonly #cluster: ClusterState;
  readonly #bookmarkInterval: number;

  constructor(options: { cluster: ClusterState; bookmarkInterval: number }) {
    this.#cluster = options.cluster;
    this.#bookmarkInterval = options.bookmarkInterval;
  }

  handle(http: HttpRequest, request: ResourceRequest): Reply | undefined {
    const cluster = this.#cluster;
    const representation = representationOf(http.accept);
    const { type } = request;
    if (request.verb === 'list') {
      return listReply({ cluster, request, representation });
    }
    if (request.verb === 'watch') {
      watchStream({
        cluster,
        request,
        representation,
        response: http.response,
        bookmarkInterval: this.#bookmarkInterval,
      });
      return undefined;
    }
    if (request.verb === 'get') {
      const namespace = type.namespaced ? request.namespace : '';
      const object = cluster.store.get(type, namespace, request.name);
      if (!object) throw notFound(type, request.name);
      return { code: 200, body: serializeAs(representation, type, object) };
    }
    const { body, contentType } = http;
    const result = write({
      cluster,
      request,
      body: parseBody(body, contentType),
      contentType,
    });
    return {
      code: result.code,
      body:
        'object' in result
          ? serializeAs(representation, type, result.object)
          : JSON.stringify(result.status),
    };
  }
}
