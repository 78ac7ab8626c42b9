import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  CatalogWorkspace,
  WorkspacesClient,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** Ids in one request, which travel in its address. */
const IDS_PER_REQUEST = 100;

/** Reads workspaces from their backend as this plugin. Throws when the backend does not answer completely. */
export class WorkspaceSource {
  readonly #api: Pick<WorkspacesClient, 'listCatalogWorkspaces'>;
  readonly #auth: AuthService;

  constructor(options: {
    api: Pick<WorkspacesClient, 'listCatalogWorkspaces'>;
    auth: AuthService;
  }) {
    this.#api = options.api;
    this.#auth = options.auth;
  }

  /** Every workspace. */
  async readAll(signal?: AbortSignal): Promise<CatalogWorkspace[]> {
    const workspaces: CatalogWorkspace[] = [];
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await this.#api.listCatalogWorkspaces(
        { cursor },
        await this.#token(),
      );
      workspaces.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return workspaces;
  }

  /** Those of some workspaces that exist. */
  async readSome(ids: readonly string[]): Promise<CatalogWorkspace[]> {
    const workspaces: CatalogWorkspace[] = [];
    for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
      const { items } = await this.#api.listCatalogWorkspaces(
        { id: ids.slice(start, start + IDS_PER_REQUEST) },
        await this.#token(),
      );
      workspaces.push(...items);
    }
    return workspaces;
  }

  async #token() {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'workspaces',
    });
  }
}
