/* A backend with nothing but this plugin, an organisation and a simulated cluster: `yarn start` in this folder. */
import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { workspacesClusterExtensionPoint } from '@team-workspaces/backstage-plugin-workspaces-node';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { ORGANISATION } from '../src/__testUtils__/organisation';

const simulatedCluster = createBackendModule({
  pluginId: 'workspaces',
  moduleId: 'simulated-cluster',
  register(env) {
    env.registerInit({
      deps: { clusters: workspacesClusterExtensionPoint },
      async init({ clusters }) {
        const { url, caData, adminToken } = await DevCluster.start();
        clusters.addCluster({
          name: 'simulated',
          simulated: true,
          connection: { type: 'token', url, caData, token: adminToken },
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: 'http://localhost:7007',
        listen: { host: '127.0.0.1', port: 7007 },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      workspaces: { admins: ['user:default/mock'] },
    },
  }),
);
// Every request comes from user:default/mock.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(catalogServiceMock.factory({ entities: ORGANISATION }));
backend.add(simulatedCluster);
backend.add(import('../src'));
backend.start();
