import type { Server } from 'node:http';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type DatabaseService,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import {
  workspacesClusterExtensionPoint,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import request from 'supertest';
import { DatabasePeopleStore } from '../people/DatabasePeopleStore';
import { workspacesPlugin } from '../plugin';
import { DatabaseWorkspaceStore } from '../store';
import type { PeopleStore, WorkspaceStore } from '../types';
import { groupsOf, ORGANISATION } from './organisation';

/** Persons of the tests; see `organisation.ts`. */
export type Person = 'dana' | 'lee' | 'vic' | 'mia' | 'ada' | 'nico';

/** A cluster that nobody answers at. */
const DEAD_CLUSTER: ClusterDefinition = {
  name: 'dead',
  connection: { type: 'token', url: 'https://127.0.0.1:1', token: 'none' },
};

/** What a test changes about the portal. */
export interface PortalOptions {
  /** Added to the `workspaces` section. */
  readonly config?: JsonObject;
  readonly clusters?: readonly ClusterDefinition[];
  /** The policy; allow-all by default. */
  readonly permissions?: Partial<PermissionsService>;
  readonly features?: BackendFeature[];
  /** The organisation of the tests by default. */
  readonly catalog?: CatalogService;
}

/** A backend with this plugin, and how to call it as a person. */
export interface Portal {
  readonly server: Server;
  /** The store on the database of the backend. */
  readonly store: WorkspaceStore;
  readonly people: PeopleStore;
  readonly sent: {
    readonly notifications: jest.Mock;
    readonly signals: jest.Mock;
    readonly events: jest.Mock;
  };
  /** The Groups that the sign-in of a person says. */
  readonly groupsOf: jest.Mock<string[], [string]>;
  as(person: Person): PersonClient;
  stop(): Promise<void>;
}

/** Requests of one person. Paths are below `/api/workspaces/v1`. */
export interface PersonClient {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  patch(path: string, body: object): request.Test;
  put(path: string, body: object): request.Test;
}

/** Membership as the sign-in of the tests found it: direct Groups only. */
const userInfoFactory = (groups: (user: string) => string[]) =>
  createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      async getUserInfo(credentials) {
        const { userEntityRef } = credentials.principal as {
          userEntityRef: string;
        };
        const name = userEntityRef.split('/')[1];
        return {
          userEntityRef,
          ownershipEntityRefs: [userEntityRef, ...groups(name)],
        };
      },
    }),
  });

/** Starts a backend with the real plugin, a real database and the organisation of the tests. */
export async function startPortal(
  options: PortalOptions = {},
): Promise<Portal> {
  const sent = {
    notifications: jest.fn(async () => undefined),
    signals: jest.fn(async () => undefined),
    events: jest.fn(async () => undefined),
  };
  const ownGroups = jest.fn(groupsOf);
  let database: DatabaseService | undefined;
  const backend = await startTestBackend({
    features: [
      workspacesPlugin,
      accessPlugin(options.clusters ?? [DEAD_CLUSTER], found => {
        database = found;
      }),
      userInfoFactory(name => ownGroups(name)),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          options.catalog ?? catalogServiceMock({ entities: ORGANISATION }),
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        ...options.permissions,
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          workspaces: {
            admins: ['group:default/platform'],
            // Without a cluster nothing is to happen but what the test asks for.
            ...(!options.clusters && {
              reconciler: { pollInterval: { hours: 1 } },
            }),
            ...options.config,
          },
        },
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: sent.notifications }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: sent.signals }),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: sent.events,
          subscribe: async () => undefined,
        }),
      }),
      ...(options.features ?? []),
    ],
  });
  const client = (person: Person): PersonClient => {
    const authorization = mockCredentials.user.header(`user:default/${person}`);
    const send = (method: 'get' | 'post' | 'patch' | 'put', path: string) =>
      request(backend.server)
        [method](`/api/workspaces/v1${path}`)
        .set('authorization', authorization);
    return {
      get: path => send('get', path),
      post: (path, body) =>
        body ? send('post', path).send(body) : send('post', path),
      patch: (path, body) => send('patch', path).send(body),
      put: (path, body) => send('put', path).send(body),
    };
  };
  if (!database) {
    throw new Error('The backend started without the test module.');
  }
  return {
    store: await DatabaseWorkspaceStore.create({ database }),
    people: await DatabasePeopleStore.create({ database }),
    server: backend.server as Server,
    sent,
    groupsOf: ownGroups,
    as: client,
    stop: () => backend.stop(),
  };
}

/** Adds clusters, and gets hold of the database of the plugin. */
function accessPlugin(
  clusters: readonly ClusterDefinition[],
  onDatabase: (database: DatabaseService) => void,
) {
  return createBackendModule({
    pluginId: 'workspaces',
    moduleId: 'test-access',
    register(env) {
      env.registerInit({
        deps: {
          database: coreServices.database,
          point: workspacesClusterExtensionPoint,
        },
        async init({ database, point }) {
          clusters.forEach(cluster => point.addCluster(cluster));
          onDatabase(database);
        },
      });
    },
  });
}
