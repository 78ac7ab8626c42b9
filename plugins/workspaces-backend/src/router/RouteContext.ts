import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import type { Caller } from '../permissions/Caller';
import type { CallerResolver } from '../permissions/CallerResolver';
import type { createOpenApiRouter } from '../schema/openapi/generated';
import type { WorkspacePresenter } from '../service/WorkspacePresenter';
import type { WorkspacesService } from '../service/WorkspacesService';
import { RequestError } from '../service/RequestError';
import { audited } from './audited';

/** The router on which routes are registered, typed by the OpenAPI document. */
export type WorkspacesRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** What a {@link RouteContext} works with. */
export interface RouteContextOptions {
  readonly service: WorkspacesService;
  readonly presenter: WorkspacePresenter;
  readonly callers: CallerResolver;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
}

/** What every route does alike: find out who asks, and leave an audit event. */
export class RouteContext {
  readonly service: WorkspacesService;
  readonly presenter: WorkspacePresenter;
  readonly #options: RouteContextOptions;

  constructor(options: RouteContextOptions) {
    this.service = options.service;
    this.presenter = options.presenter;
    this.#options = options;
  }

  /** Credentials of a request; anonymous ones are refused. */
  async credentialsOf(request: unknown): Promise<BackstageCredentials> {
    return this.#options.httpAuth.credentials(request as Request, {
      allow: ['user', 'service'],
    });
  }

  async callerOf(credentials: BackstageCredentials): Promise<Caller> {
    return this.#options.callers.resolve(credentials);
  }

  /** Runs a read. */
  async read<T>(
    request: unknown,
    meta: JsonObject & { queryType: string },
    operation: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    return this.#run(request, 'workspace-fetch', meta, operation);
  }

  /** Runs a write. */
  async write<T>(
    request: unknown,
    meta: JsonObject & { actionType: string },
    operation: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    return this.#run(request, 'workspace-mutate', meta, operation);
  }

  /** Runs a read of another backend plugin on its own account; everybody else is refused. */
  async readAsPlugin<T>(
    request: unknown,
    pluginId: string,
    meta: JsonObject & { queryType: string },
    operation: () => Promise<T>,
  ): Promise<T> {
    const { auditor, httpAuth } = this.#options;
    const untyped = request as Request;
    return audited(
      { auditor, request: untyped, eventId: 'workspace-fetch', meta },
      async () => {
        const { principal } = await httpAuth.credentials(untyped, {
          allow: ['user', 'service'],
        });
        const isPlugin =
          principal.type === 'service' &&
          principal.subject === `plugin:${pluginId}`;
        if (!isPlugin) {
          throw new RequestError(
            'PermissionDenied',
            `Only the backend plugin ${pluginId} may read this.`,
          );
        }
        return operation();
      },
    );
  }

  async #run<T>(
    request: unknown,
    eventId: 'workspace-fetch' | 'workspace-mutate',
    meta: JsonObject,
    operation: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    const { auditor } = this.#options;
    // The request has the types of one operation, which are of no interest here.
    const untyped = request as Request;
    return audited({ auditor, request: untyped, eventId, meta }, async () =>
      operation(await this.callerOf(await this.credentialsOf(untyped))),
    );
  }
}
