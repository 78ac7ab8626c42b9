import {
  discoveryApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { PersonaIdentity } from './PersonaIdentity';
import type { Persona } from './readPersonas';

/** Where the persona is remembered, so that a reload of the page keeps the person signed in. */
const STORAGE_KEY = 'app/persona';

/** Signs in as a persona, and again as the one remembered from before a reload. */
export function usePersonaSignIn(options: {
  readonly personas: readonly Persona[];
  readonly onSignInSuccess: (identity: IdentityApi) => void;
}) {
  const { personas, onSignInSuccess } = options;
  const discoveryApi = useApi(discoveryApiRef);
  const remembered = useRef(
    personas.find(persona => persona.id === localStorage.getItem(STORAGE_KEY)),
  );

  const [state, signIn] = useAsyncFn(
    async (persona: Persona) => {
      const identity = await PersonaIdentity.signIn({
        discoveryApi,
        persona: persona.id,
        onSignOut: () => localStorage.removeItem(STORAGE_KEY),
      });
      localStorage.setItem(STORAGE_KEY, persona.id);
      onSignInSuccess(identity);
    },
    [discoveryApi, onSignInSuccess],
    { loading: Boolean(remembered.current) },
  );

  useEffect(() => {
    const persona = remembered.current;
    if (persona) {
      remembered.current = undefined;
      signIn(persona);
    }
  }, [signIn]);

  return { signIn, loading: state.loading, error: state.error };
}
