import { setTimeout as wait } from 'node:timers/promises';
import { discover } from '../api/discovery';
import { unknownPath } from '../api/errors';
import type { Authenticator } from '../auth/Authenticator';
import type { Authorizer } from '../auth/Authorizer';
import type { ServiceAccountTokens } from '../auth/ServiceAccountTokens';
import { faultError } from '../faults/faultError';
import type { FaultSubject } from '../faults/FaultRule';
import type { Faults } from '../faults/Faults';
import type { WriteLog } from '../faults/WriteLog';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest } from '../operations/ResourceRequest';
import { answerReview, reviewKinds } from '../reviews/reviewRequest';
import type { HttpRequest } from './ApiServer';
import { answerDevEndpoint } from './devEndpoints';
import { parseBody } from './parseBody';
import { parseTarget } from './parseTarget';
import { refuseUnauthorized } from './refuseUnauthorized';
import { jsonReply, type Reply } from './Reply';
import {
  attributesOf,
  checkEndpoint,
  faultSubjectOf,
  verbOf,
} from './requestSubject';
import { ResourceHandler } from './ResourceHandler';

/** The parts that requests are answered with. */
export interface RequestContext {
  readonly cluster: ClusterState;
  readonly authenticator: Authenticator;
  readonly authorizer: Authorizer;
  readonly tokens: ServiceAccountTokens;
  readonly faults: Faults;
  readonly writeLog: WriteLog;
  readonly bookmarkInterval: number;
}

const healthPaths = ['/healthz', '/livez', '/readyz'];

/** Takes every request through faults, authorization and the part that answers it. */
export class RequestHandler {
  readonly #context: RequestContext;
  readonly #resources: ResourceHandler;

  constructor(context: RequestContext) {
    this.#context = context;
    this.#resources = new ResourceHandler(context);
  }

  async handle(http: HttpRequest): Promise<Reply | undefined> {
    const { faults, writeLog } = this.#context;
    if (http.url.pathname.startsWith('/_dev/')) {
      return answerDevEndpoint(http, faults, writeLog);
    }
    const request = this.#resourceRequest(http);
    const subject = request && faultSubjectOf(request);
    if (await this.#broken(http, subject)) return undefined;
    const reply = request
      ? await this.#answerResource(http, request)
      : this.#answerPath(http);
    if (faults.take(subject, ['timeoutAfterCommit'])) {
      http.response.destroy();
      return undefined;
    }
    return reply;
  }

  #resourceRequest(http: HttpRequest): ResourceRequest | undefined {
    const { url, user, agent } = http;
    const [, root, group, version, resource] = url.pathname.split('/');
    const isReview = root === 'apis' && reviewKinds[group]?.[resource];
    if (isReview && version === 'v1') return undefined;
    const target = parseTarget(url.pathname, this.#context.cluster.resources);
    if (!target) return undefined;
    const query = url.searchParams;
    const verb = verbOf(http.method, target, query);
    return { ...target, verb, query, user, agent };
  }

  /** Applies the faults that come before a request; whether that was the end of it. */
  async #broken(
    http: HttpRequest,
    subject: FaultSubject | undefined,
  ): Promise<boolean> {
    const { faults } = this.#context;
    const delay = faults.take(subject, ['delay']);
    if (delay) await wait(delay.milliseconds);
    if (faults.take(subject, ['down'])) {
      http.response.destroy();
      return true;
    }
    const refusal = faults.take(subject, ['status']);
    if (refusal) throw faultError(refusal);
    return false;
  }

  async #answerResource(
    http: HttpRequest,
    request: ResourceRequest,
  ): Promise<Reply | undefined> {
    const { authorizer } = this.#context;
    refuseUnauthorized(authorizer, http.user, attributesOf(request));
    checkEndpoint(request);
    return this.#resources.handle(http, request);
  }

  #answerPath(http: HttpRequest): Reply {
    const { cluster, authorizer, tokens } = this.#context;
    const { method, url, user } = http;
    const [, root, group, version, resource] = url.pathname.split('/');
    const kind = root === 'apis' && reviewKinds[group]?.[resource];
    if (kind && version === 'v1') {
      const verb = method === 'POST' ? 'create' : method.toLowerCase();
      refuseUnauthorized(authorizer, user, { verb, group, resource });
      const { store } = cluster;
      const context = { ...this.#context, store, user };
      const body = parseBody(http.body, http.contentType);
      return jsonReply(
        answerReview({ context, method, group, kind, body }),
        201,
      );
    }
    const path = url.pathname;
    refuseUnauthorized(authorizer, user, { verb: method.toLowerCase(), path });
    if (healthPaths.includes(path)) {
      return {
        code: 200,
        body: 'ok',
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      };
    }
    if (path === '/openid/v1/jwks') return jsonReply(tokens.keySet());
    if (path === '/.well-known/openid-configuration') {
      return jsonReply({
        issuer: tokens.issuer,
        jwks_uri: `https://${http.host}/openid/v1/jwks`,
        response_types_supported: ['id_token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    const found = discover(path, cluster.resources);
    if (!found) throw unknownPath();
    return jsonReply(found);
  }
}
