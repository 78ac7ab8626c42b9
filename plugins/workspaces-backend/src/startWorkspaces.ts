import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  RootInstanceMetadataService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  ActionsRegistryService,
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { registerActions } from './actions/registerActions';
import { CatalogExport } from './catalogExport/CatalogExport';
import { DefaultClusterRegistry } from './cluster';
import { readWorkspacesConfig } from './config/readWorkspacesConfig';
import { ListenerGroup } from './events/ListenerGroup';
import { publishEvents } from './events/publishEvents';
import { WorkspaceFollower } from './events/WorkspaceFollower';
import type { ClusterExtensions } from './extensions/ClusterExtensions';
import type { IamExtensions } from './extensions/IamExtensions';
import type { StepExtensions } from './extensions/StepExtensions';
import { createHealthReader } from './health/createHealthReader';
import { DatabaseIamStore } from './iam/DatabaseIamStore';
import { createIamProvider } from './iam/createIamProvider';
import { createIamService } from './iam/createIamService';
import { createMembersService } from './members/createMembersService';
import { CatalogMembershipResolver } from './membership/CatalogMembershipResolver';
import { GroupDirectory } from './membership/GroupDirectory';
import { LocationTrust } from './membership/LocationTrust';
import { MembershipWatch } from './membership/MembershipWatch';
import { PhaseNotifier } from './notifications/PhaseNotifier';
import { publishSignals } from './notifications/publishSignals';
import { createPeople } from './people/createPeople';
import { SignInQueue } from './people/SignInQueue';
import { CallerResolver } from './permissions/CallerResolver';
import { PolicyDecisions } from './permissions/PolicyDecisions';
import { registerPermissions } from './permissions/registerPermissions';
import { WorkspaceAuthorizer } from './permissions/WorkspaceAuthorizer';
import { createReconciler } from './reconciler';
import { createRouter } from './router/createRouter';
import { createService } from './service/createService';
import { readRequestRules } from './service/request/RequestRules';
import { toDefaultWorkspace } from './service/toDefaultWorkspace';
import { WorkspacePresenter } from './service/WorkspacePresenter';
import { createWorkspaceSteps } from './steps';
import { DatabaseWorkspaceStore } from './store';

/** What the plugin is made from. */
export interface WorkspacesEnvironment {
  readonly actionsRegistry: ActionsRegistryService;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: RootConfigService;
  readonly database: DatabaseService;
  readonly events: EventsService;
  readonly httpAuth: HttpAuthService;
  readonly httpRouter: HttpRouterService;
  readonly instance: RootInstanceMetadataService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly tracing: TracingService;
  readonly userInfo: UserInfoService;
  readonly clusterExtensions: ClusterExtensions;
  readonly iamExtensions: IamExtensions;
  readonly stepExtensions: StepExtensions;
}

/** Puts the parts together and starts them. */
export async function startWorkspaces(env: WorkspacesEnvironment) {
  const { auth, catalog, lifecycle, logger } = env;
  const config = readWorkspacesConfig(env.config);
  const clusters = new DefaultClusterRegistry({
    clusters: env.clusterExtensions.joinedTo(config.clusters),
    config: env.config,
  });
  const store = await DatabaseWorkspaceStore.create(env);
  await store.syncDefaultWorkspace(toDefaultWorkspace(config, clusters));

  const trust = new LocationTrust({ ...config.membership, catalog, auth });
  const groups = new GroupDirectory({ catalog, auth, logger, trust });
  const { nestedGroups, admins } = config;
  const membership = new CatalogMembershipResolver({ groups, nestedGroups });
  const people = await createPeople({
    ...env,
    config,
    store,
    groups,
    membership,
  });
  registerPermissions({ ...env, store });

  const listener = new ListenerGroup({ logger });
  const follower = new WorkspaceFollower({ store, logger });
  const signals = publishSignals({ ...env, membership, admins });
  const events = publishEvents(env);
  [follower, signals, events, new PhaseNotifier(env)].forEach(one =>
    listener.add(one),
  );

  const iamStore = await DatabaseIamStore.create(env);
  const provider = createIamProvider({ ...env, iamStore, clusters });
  const ownSteps = createWorkspaceSteps(config, provider);
  const { reconciler, planner } = createReconciler({
    ...env,
    config: config.reconciler,
    store,
    clusters,
    membership,
    people: people.resolver,
    listener,
    steps: env.stepExtensions.joinedTo(ownSteps),
  });

  const rules = readRequestRules(config, clusters);
  const authorizer = new WorkspaceAuthorizer({
    decisions: new PolicyDecisions(env),
  });
  const service = createService({
    config,
    store,
    clusters,
    planner,
    reconciler,
    listener,
    groups,
    membership,
    authorizer,
    rules,
    healthReader: createHealthReader({ ...env, clusters, store, provider }),
  });

  const members = createMembersService({
    config,
    store,
    planner,
    reconciler,
    listener,
    groups,
    authorizer,
    people: people.status,
  });
  const iam = createIamService({
    ...env,
    config,
    store,
    iamStore,
    clusters,
    membership,
    people,
    provider,
    steps: ownSteps,
    reconciler,
    listener,
    authorizer,
  });
  const signIns = new SignInQueue({
    people: people.people,
    handler: people.signIns,
    kick: () => reconciler.kick(),
    logger,
    pollIntervalMs: config.reconciler.pollIntervalMs,
  });

  const access = {
    service,
    callers: new CallerResolver({ ...env, groups, admins, nestedGroups }),
    presenter: new WorkspacePresenter({ authorizer, membership, logger }),
  };
  registerActions({ ...env, ...access });
  env.httpRouter.use(
    await createRouter({
      ...env,
      ...access,
      rules,
      events: { follower, logger },
      members,
      iam,
      signIns: {
        addSignIn: ref => people.people.addSignIn(ref),
        kick: () => signIns.kick(),
      },
      catalogExport: new CatalogExport({ store, membership }),
    }),
  );

  const watch = new MembershipWatch({
    store,
    membership,
    logger,
    kick: () => reconciler.kick(),
  });
  await env.scheduler.scheduleTask({
    id: 'workspaces-membership',
    scope: 'local',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 20 },
    fn: signal => watch.checkQuietly(signal),
  });

  lifecycle.addStartupHook(async () => {
    signIns.start();
    await reconciler.start();
  });
  lifecycle.addShutdownHook(async () => {
    follower.stop();
    signals.stop();
    events.stop();
    await signIns.stop();
    await reconciler.stop();
    await clusters.close();
  });
}
