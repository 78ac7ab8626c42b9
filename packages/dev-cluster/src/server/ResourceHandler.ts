import { notFound } from '../api/errors';
import type { Authorizer } from '../auth/Authorizer';
import { refuseEscalation } from '../auth/refuseEscalation';
import type { ServiceAccountTokens } from '../auth/ServiceAccountTokens';
import type { Faults } from '../faults/Faults';
import type { WriteLog } from '../faults/WriteLog';
import type { ClusterState } from '../operations/ClusterState';
import { isDryRun, type ResourceRequest } from '../operations/ResourceRequest';
import { answerTokenRequest } from '../reviews/tokenRequest';
import type { HttpRequest } from './ApiServer';
import { listReply } from './listReply';
import { parseBody } from './parseBody';
import { jsonReply, type Reply } from './Reply';
import { representationOf, serializeAs } from './representation';
import { faultSubjectOf } from './requestSubject';
import { watchStream } from './watchStream';
import { write } from '../writes/write';

/** Answers requests for resources out of the store. */
export class ResourceHandler {
  readonly #cluster: ClusterState;
  readonly #authorizer: Authorizer;
  readonly #tokens: ServiceAccountTokens;
  readonly #faults: Faults;
  readonly #writeLog: WriteLog;
  readonly #bookmarkInterval: number;

  constructor(options: {
    cluster: ClusterState;
    authorizer: Authorizer;
    tokens: ServiceAccountTokens;
    faults: Faults;
    writeLog: WriteLog;
    bookmarkInterval: number;
  }) {
    this.#cluster = options.cluster;
    this.#authorizer = options.authorizer;
    this.#tokens = options.tokens;
    this.#faults = options.faults;
    this.#writeLog = options.writeLog;
    this.#bookmarkInterval = options.bookmarkInterval;
  }

  async handle(
    http: HttpRequest,
    request: ResourceRequest,
  ): Promise<Reply | undefined> {
    switch (request.verb) {
      case 'get':
        return this.#get(http, request);
      case 'list':
        return this.#list(http, request);
      case 'watch':
        this.#watch(http, request);
        return undefined;
      default:
        return request.subresource === 'token'
          ? this.#issueToken(http, request)
          : await this.#write(http, request);
    }
  }

  #get(http: HttpRequest, request: ResourceRequest): Reply {
    const { type, name } = request;
    const namespace = type.namespaced ? request.namespace : '';
    const object = this.#cluster.store.get(type, namespace, name);
    if (!object) throw notFound(type, name);
    const representation = representationOf(http.accept);
    return { code: 200, body: serializeAs(representation, type, object) };
  }

  #list(http: HttpRequest, request: ResourceRequest): Reply {
    const fault = this.#faults.take(faultSubjectOf(request), ['staleList']);
    const { resourceVersion } = this.#cluster.store;
    return listReply({
      cluster: this.#cluster,
      request,
      representation: representationOf(http.accept),
      ...(fault && { stale: Math.max(1, resourceVersion - fault.behind) }),
    });
  }

  #watch(http: HttpRequest, request: ResourceRequest): void {
    watchStream({
      cluster: this.#cluster,
      request,
      representation: representationOf(http.accept),
      response: http.response,
      bookmarkInterval: this.#bookmarkInterval,
      delivery: ({ object: { metadata } }) => {
        const { namespace = '', name } = metadata;
        const subject = { ...faultSubjectOf(request), namespace, name };
        const types = ['dropEvents', 'duplicateEvents'] as const;
        const fault = this.#faults.take(subject, types);
        if (!fault) return 1;
        return fault.type === 'dropEvents' ? 0 : 2;
      },
    });
  }

  #issueToken(http: HttpRequest, request: ResourceRequest): Reply {
    const { namespace, name } = request;
    const body = parseBody(http.body, http.contentType);
    const answer = answerTokenRequest({
      store: this.#cluster.store,
      tokens: this.#tokens,
      namespace,
      name,
      body,
    });
    return jsonReply(answer, 201);
  }

  async #write(http: HttpRequest, request: ResourceRequest): Promise<Reply> {
    const { store } = this.#cluster;
    const { body, contentType } = http;
    const before = store.resourceVersion;
    const { type, verb, subresource, user } = request;
    const result = write({
      cluster: this.#cluster,
      request,
      body: parseBody(body, contentType),
      contentType,
      admit: object =>
        refuseEscalation({
          store,
          authorizer: this.#authorizer,
          user,
          type,
          object,
        }),
    });
    const { metadata } =
      'object' in result ? result.object : { metadata: undefined };
    if (!isDryRun(request.query)) {
      await this.#writeLog.record({
        verb,
        group: type.group,
        resource: type.resource,
        subresource,
        namespace: type.namespaced ? request.namespace : '',
        name: request.name || metadata?.name || '',
        changed: store.resourceVersion !== before,
        user: user.name,
        time: Date.now(),
      });
    }
    const text =
      'object' in result
        ? serializeAs(representationOf(http.accept), type, result.object)
        : JSON.stringify(result.status);
    return { code: result.code, body: text };
  }
}
