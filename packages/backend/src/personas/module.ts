import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { assertPersonasAllowed } from './assertPersonasAllowed';
import { personaAuthenticator, personaSignInResolver } from './authenticator';

/** Sign-in without a password as one of `auth.providers.personas`, in development only. */
export const authModulePersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        if (!config.has('auth.providers.personas')) {
          return;
        }
        assertPersonasAllowed({ config, nodeEnv: process.env.NODE_ENV });
        providers.registerProvider({
          providerId: 'personas',
          factory: createProxyAuthProviderFactory({
            authenticator: personaAuthenticator,
            signInResolver: personaSignInResolver,
          }),
        });
        logger.warn(
          'Anybody who reaches this backend can sign in as any persona, because auth.providers.personas is configured',
        );
      },
    });
  },
});
