import { githubAuthApiRef } from '@backstage/frontend-plugin-api';
import { oidcAuthApiRef } from './oidcAuthApi';
import { signInProviders } from './signInProviders';

describe('signInProviders', () => {
  it('should go by the keys of auth.providers', () => {
    expect(signInProviders.get('github')).toBe(githubAuthApiRef);
    expect(signInProviders.get('oidc')).toBe(oidcAuthApiRef);
  });

  it('should leave out providers behind a proxy', () => {
    expect(signInProviders.has('oauth2Proxy')).toBe(false);
  });
});
