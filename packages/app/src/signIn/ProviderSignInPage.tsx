import {
  EmptyState,
  ProxiedSignInPage,
  SignInPage,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { signInProviders } from './signInProviders';

/**
 * Sign-in with the provider named by `app.signIn.provider`: one that asks the person, or else one
 * that reads the headers of an authenticating proxy.
 */
export const ProviderSignInPage = (props: SignInPageProps) => {
  const config = useApi(configApiRef);
  const id = config.getOptionalString('app.signIn.provider');
  if (!id) {
    return (
      <EmptyState
        missing="info"
        title="Nobody can sign in yet"
        description="Set app.signIn.provider to one of the configured auth.providers."
      />
    );
  }

  const apiRef = signInProviders.get(id);
  if (!apiRef) {
    return <ProxiedSignInPage {...props} provider={id} />;
  }
  const title = config.getOptionalString('app.signIn.title') ?? id;
  return (
    <SignInPage
      {...props}
      provider={{ id, title, message: `Sign in with ${title}`, apiRef }}
    />
  );
};
