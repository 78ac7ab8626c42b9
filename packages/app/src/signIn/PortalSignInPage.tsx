import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { PersonaSignInPage } from './PersonaSignInPage';
import { ProviderSignInPage } from './ProviderSignInPage';
import { readPersonas } from './readPersonas';

/** Personas where the configuration has some, else the provider that `app.signIn` names. */
export const PortalSignInPage = (props: SignInPageProps) => {
  const personas = readPersonas(useApi(configApiRef));
  return personas.length > 0 ? (
    <PersonaSignInPage {...props} personas={personas} />
  ) : (
    <ProviderSignInPage {...props} />
  );
};
