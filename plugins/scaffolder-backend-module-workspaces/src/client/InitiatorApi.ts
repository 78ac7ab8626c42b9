import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  WorkspaceEvent,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What the actions need of their surroundings. */
export interface ActionDependencies {
  readonly api: WorkspacesApi;
  readonly auth: AuthService;
}

/**
 * The workspaces API on behalf of whoever started the task. Such tokens are short-lived, so every request, and
 * every new connection to the event stream, gets its own.
 */
export class InitiatorApi {
  readonly #dependencies: ActionDependencies;
  readonly #getInitiatorCredentials: () => Promise<BackstageCredentials>;

  constructor(
    dependencies: ActionDependencies,
    context: { getInitiatorCredentials(): Promise<BackstageCredentials> },
  ) {
    this.#dependencies = dependencies;
    this.#getInitiatorCredentials = () => context.getInitiatorCredentials();
  }

  /** Makes one request with a fresh token. */
  async call<T>(
    request: (api: WorkspacesApi, options: { token: string }) => Promise<T>,
  ): Promise<T> {
    return request(this.#dependencies.api, { token: await this.#token() });
  }

  /** Connects to the event stream of a workspace once. */
  async *follow(
    id: string,
    signal: AbortSignal,
  ): AsyncGenerator<WorkspaceEvent> {
    const token = await this.#token();
    yield* this.#dependencies.api.followWorkspace(id, { token, signal });
  }

  async #token(): Promise<string> {
    const { token } = await this.#dependencies.auth.getPluginRequestToken({
      onBehalfOf: await this.#getInitiatorCredentials(),
      targetPluginId: 'workspaces',
    });
    return token;
  }
}
