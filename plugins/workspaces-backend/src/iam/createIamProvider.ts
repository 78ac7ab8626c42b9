import type {
  IamNeighbour,
  IamProvider,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { IamExtensions } from '../extensions/IamExtensions';
import type { ClusterRegistry, WorkspaceStore } from '../types';
import { ExternalRoleProvider } from './ExternalRoleProvider';

/** Workspaces read at once. */
const PAGE_SIZE = 500;

/** The provider of AWS roles that a module set, or the one for roles that others made. */
export function createIamProvider(options: {
  readonly iamExtensions: IamExtensions;
  readonly store: Pick<WorkspaceStore, 'list'>;
  readonly clusters: Pick<ClusterRegistry, 'client'>;
}): IamProvider {
  const { iamExtensions, store, clusters } = options;
  return iamExtensions.createProvider(
    {
      listWorkspaces: () => listAll(store),
      cluster: name => clusters.client(name),
    },
    context => new ExternalRoleProvider(context),
  );
}

async function listAll(
  store: Pick<WorkspaceStore, 'list'>,
): Promise<IamNeighbour[]> {
  const all: IamNeighbour[] = [];
  for (let total = Infinity; all.length < total; ) {
    const page = await store.list({ limit: PAGE_SIZE, offset: all.length });
    if (page.items.length === 0) {
      break;
    }
    all.push(...page.items);
    total = page.totalItems;
  }
  return all;
}
