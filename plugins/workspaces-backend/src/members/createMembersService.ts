import type { GroupDirectory } from '../membership/GroupDirectory';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import { ChangeRecorder } from '../service/ChangeRecorder';
import type {
  Planner,
  Reconciler,
  WorkspaceListener,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';
import { AuthorizedMembersService } from './AuthorizedMembersService';
import { DefaultMembersService } from './DefaultMembersService';
import { MemberChangeCheck } from './MemberChangeCheck';
import { MemberExpansion } from './MemberExpansion';
import { MemberPresenter } from './MemberPresenter';
import type { MembersService } from './MembersService';
import { OwnershipTransfer } from './OwnershipTransfer';
import type { PeopleStatusReader } from './PeopleStatusReader';

/** What {@link createMembersService} puts together. */
export interface MembersParts {
  readonly config: Pick<
    WorkspacesConfig,
    'nestedGroups' | 'workspacesPerGroup'
  >;
  readonly store: WorkspaceStore;
  readonly planner: Planner;
  readonly reconciler: Pick<Reconciler, 'kick'>;
  readonly listener: WorkspaceListener;
  readonly groups: GroupDirectory;
  readonly authorizer: WorkspaceAuthorizer;
  readonly people: PeopleStatusReader;
}

/** The service as callers get it: what it does, behind who may. */
export function createMembersService(parts: MembersParts): MembersService {
  const { groups, config } = parts;
  const recorder = new ChangeRecorder(parts);
  const expansion = new MemberExpansion({ ...config, groups });
  return new AuthorizedMembersService({
    ...parts,
    service: new DefaultMembersService({
      ...parts,
      recorder,
      expansion,
      check: new MemberChangeCheck({ groups, expansion }),
      presenter: new MemberPresenter(parts),
      ownership: new OwnershipTransfer({ ...parts, ...config, recorder }),
    }),
  });
}
