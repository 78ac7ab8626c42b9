import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// Who people are, and what they may do.
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('./personas'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-user-settings-backend'));

// What there is, and how to get more of it.
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));

// Team workspaces, and where they go when no cluster is configured.
backend.add(import('@team-workspaces/backstage-plugin-workspaces-backend'));
backend.add(
  import('@team-workspaces/backstage-plugin-workspaces-backend-module-aws'),
);
backend.add(
  import(
    '@team-workspaces/backstage-plugin-scaffolder-backend-module-workspaces'
  ),
);
backend.add(
  import('@team-workspaces/backstage-plugin-catalog-backend-module-workspaces'),
);
backend.add(import('./devCluster'));

// Telling people about it.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.start().catch(error => {
  // Plugins that did start would keep the process alive, and nobody would notice.
  // eslint-disable-next-line no-console -- the logger belongs to the backend that failed
  console.error(error);
  process.exit(1);
});
