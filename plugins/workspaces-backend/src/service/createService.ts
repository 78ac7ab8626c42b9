import type { HealthReader } from '../health/HealthReader';
import type { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import type {
  ClusterRegistry,
  Planner,
  Reconciler,
  WorkspaceListener,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';
import { AuthorizedWorkspacesService } from './AuthorizedWorkspacesService';
import { DefaultWorkspacesService } from './DefaultWorkspacesService';
import { OptionsReader } from './OptionsReader';
import type { RequestRules } from './request/RequestRules';
import { UsageReader } from './UsageReader';
import { WorkspaceCreation } from './WorkspaceCreation';
import type { WorkspacesService } from './WorkspacesService';

/** What {@link createService} puts together. */
export interface ServiceParts {
  readonly config: WorkspacesConfig;
  readonly store: WorkspaceStore;
  readonly clusters: ClusterRegistry;
  readonly planner: Planner;
  readonly reconciler: Pick<Reconciler, 'kick'>;
  readonly listener: WorkspaceListener;
  readonly groups: GroupDirectory;
  readonly membership: CatalogMembershipResolver;
  readonly authorizer: WorkspaceAuthorizer;
  readonly healthReader: HealthReader;
  readonly rules: RequestRules;
}

/** The service as callers get it: what it does, behind who may. */
export function createService(parts: ServiceParts): WorkspacesService {
  return new AuthorizedWorkspacesService({
    ...parts,
    service: new DefaultWorkspacesService({
      ...parts,
      creation: new WorkspaceCreation(parts),
      optionsReader: new OptionsReader(parts),
      usageReader: new UsageReader(parts),
      refreshMembership: () => parts.membership.refresh(),
    }),
  });
}
