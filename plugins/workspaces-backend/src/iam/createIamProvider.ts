import type { IamProvider } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { IamExtensions } from '../extensions/IamExtensions';
import type { ClusterRegistry, IamStore } from '../types';
import { ExternalRoleProvider } from './ExternalRoleProvider';

/** The provider of AWS roles that a module set, or the one for roles that others made. */
export function createIamProvider(options: {
  readonly iamExtensions: IamExtensions;
  readonly iamStore: Pick<IamStore, 'listNeighbours'>;
  readonly clusters: Pick<ClusterRegistry, 'client'>;
}): IamProvider {
  const { iamExtensions, iamStore, clusters } = options;
  return iamExtensions.createProvider(
    {
      listWorkspaces: () => iamStore.listNeighbours(),
      cluster: name => clusters.client(name),
    },
    context => new ExternalRoleProvider(context),
  );
}
