import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  IamProvider,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { createPeople } from '../people/createPeople';
import { DirectContext, type DirectSteps } from '../people/DirectContext';
import { ServiceAccountReader } from '../people/ServiceAccountReader';
import { ServiceAccountWriter } from '../people/ServiceAccountWriter';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import { ChangeRecorder } from '../service/ChangeRecorder';
import { SERVICE_ACCOUNTS_STEP } from '../steps/ServiceAccountsStep';
import type {
  ClusterRegistry,
  IamStore,
  MembershipResolver,
  Reconciler,
  WorkspaceListener,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';
import { AuthorizedIamService } from './AuthorizedIamService';
import { DefaultIamService } from './DefaultIamService';
import type { IamService } from './IamService';
import { SessionIdentities } from './SessionIdentities';

/** What {@link createIamService} puts together. */
export interface IamServiceParts {
  readonly config: Pick<WorkspacesConfig, 'reconciler'>;
  readonly iamStore: IamStore;
  readonly store: WorkspaceStore;
  readonly clusters: ClusterRegistry;
  readonly membership: MembershipResolver;
  readonly people: Awaited<ReturnType<typeof createPeople>>;
  readonly provider: IamProvider;
  /** Those that passes run. */
  readonly steps: readonly WorkspaceStep[];
  readonly reconciler: Pick<Reconciler, 'kick'>;
  readonly listener: WorkspaceListener;
  readonly authorizer: WorkspaceAuthorizer;
  readonly logger: LoggerService;
}

/** The service as callers get it: what it does, behind who may. */
export function createIamService(parts: IamServiceParts): IamService {
  const { config, people, reconciler, store } = parts;
  const steps: DirectSteps = {
    namespaces: stepOf(parts.steps, 'namespaces'),
    serviceAccounts: stepOf(parts.steps, SERVICE_ACCOUNTS_STEP),
  };
  const context = new DirectContext({
    ...parts,
    people: people.resolver,
    writeConcurrency: config.reconciler.writeConcurrency,
  });
  const writer = new ServiceAccountWriter({
    context,
    steps,
    store,
    signIns: people.signIns,
    kick: () => reconciler.kick(),
  });
  return new AuthorizedIamService({
    ...parts,
    service: new DefaultIamService({
      ...parts,
      reader: new ServiceAccountReader({
        context,
        steps,
        roles: parts.provider,
      }),
      writer,
      identities: new SessionIdentities({
        ...parts,
        serviceAccounts: writer,
      }),
      recorder: new ChangeRecorder(parts),
    }),
  });
}

function stepOf(steps: readonly WorkspaceStep[], id: string): WorkspaceStep {
  const step = steps.find(one => one.id === id);
  if (!step) {
    throw new Error(`There is no step ${id}.`);
  }
  return step;
}
