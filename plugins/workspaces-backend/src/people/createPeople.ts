import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type {
  MembershipResolver,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';
import { CatalogPeopleResolver } from './CatalogPeopleResolver';
import { DatabasePeopleStore } from './DatabasePeopleStore';
import { RecordedPeopleStatus } from './RecordedPeopleStatus';
import { SignInHandler } from './SignInHandler';

/** What {@link createPeople} needs. */
export interface PeopleParts {
  readonly config: Pick<WorkspacesConfig, 'identity' | 'nestedGroups'>;
  readonly database: DatabaseService;
  readonly groups: GroupDirectory;
  readonly membership: MembershipResolver;
  readonly store: WorkspaceStore;
  readonly logger: LoggerService;
}

/** Everything that knows people; the tables must be there already. */
export async function createPeople(parts: PeopleParts) {
  const { config, groups, store } = parts;
  const people = await DatabasePeopleStore.create(parts);
  const resolver = new CatalogPeopleResolver({ groups, store: people });
  return {
    people,
    resolver,
    status: new RecordedPeopleStatus({ people, store, groups }),
    signIns: new SignInHandler({
      ...parts,
      people,
      resolver,
      workspaces: store,
      nestedGroups: config.nestedGroups,
      subjectAnnotation: config.identity.subjectAnnotation,
    }),
  };
}
