import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  createProxyAuthenticator,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import { readPersonas, type Persona } from './readPersonas';

/** Takes the word of the request, `?persona=…`, for who it comes from. */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (persona: Persona) => ({
    profile: { displayName: persona.displayName },
  }),
  initialize: ({ config }) => readPersonas(config),
  async authenticate({ req }, personas) {
    const id = req.query.persona;
    if (typeof id !== 'string') {
      throw new InputError(
        'Name one persona to sign in as, for example ?persona=developer',
      );
    }
    const persona = personas.get(id);
    if (!persona) {
      throw new NotFoundError(
        `No persona has this id; there are ${[...personas.keys()].join(', ')}`,
      );
    }
    return { result: persona, providerInfo: undefined };
  },
});

/** Signs a persona in as its catalog user, with the groups that it is a direct member of. */
export const personaSignInResolver: SignInResolver<Persona> = async (
  { result: { entityRef } },
  context,
) => {
  try {
    return await context.signInWithCatalogUser({ entityRef });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      throw new ServiceUnavailableError(
        `The catalog has no ${entityRef} yet. It reads its locations while the backend starts: try again in a moment, or add the user to one of catalog.locations.`,
      );
    }
    throw error;
  }
};
