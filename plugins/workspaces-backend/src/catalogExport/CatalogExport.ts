import type {
  CatalogWorkspace,
  CatalogWorkspaceList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import type { StoredWorkspace, WorkspaceStore } from '../types';

/** Workspaces on a page that does not say how many it wants, and the most that one may have. */
const PAGE_SIZE = 500;

/** Which workspaces the catalog asks for. */
export interface CatalogExportQuery {
  readonly id?: readonly string[];
  readonly cursor?: string;
  readonly limit?: number;
}

/** Tells the catalog what it shows of every workspace, with the people who belong to it. */
export class CatalogExport {
  readonly #store: Pick<WorkspaceStore, 'listById'>;
  readonly #membership: Pick<CatalogMembershipResolver, 'prepare' | 'peopleOf'>;

  constructor(options: {
    store: Pick<WorkspaceStore, 'listById'>;
    membership: Pick<CatalogMembershipResolver, 'prepare' | 'peopleOf'>;
  }) {
    this.#store = options.store;
    this.#membership = options.membership;
  }

  /** One page. Throws `CatalogUnavailable` when nobody says who belongs to a workspace. */
  async read(query: CatalogExportQuery): Promise<CatalogWorkspaceList> {
    const limit = query.limit ?? PAGE_SIZE;
    const found = await this.#store.listById({
      after: query.cursor,
      ids: query.id,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    await this.#membership.prepare(page.filter(hasMembers));
    const items: CatalogWorkspace[] = [];
    for (const workspace of page) {
      items.push(await this.#present(workspace));
    }
    return found.length > limit
      ? { items, nextCursor: page[page.length - 1].id }
      : { items };
  }

  async #present(workspace: StoredWorkspace): Promise<CatalogWorkspace> {
    const { id, uid, displayName, description, owner } = workspace;
    const members = hasMembers(workspace)
      ? await this.#membership.peopleOf(workspace)
      : [];
    return {
      id,
      uid,
      displayName,
      description,
      ...(owner && { owner }),
      cluster: workspace.cluster,
      isDefault: workspace.isDefault,
      namespaces: workspace.namespaces.map(({ name }) => name),
      members: [...members].sort(),
    };
  }
}

/** The default workspace is everybody's. */
function hasMembers({ isDefault }: StoredWorkspace): boolean {
  return !isDefault;
}
