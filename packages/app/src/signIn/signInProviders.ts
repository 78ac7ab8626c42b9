import {
  atlassianAuthApiRef,
  bitbucketAuthApiRef,
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  openshiftAuthApiRef,
  type ApiRef,
  type BackstageIdentityApi,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';
import { oidcAuthApiRef } from './oidcAuthApi';

type SignInApi = ProfileInfoApi & BackstageIdentityApi & SessionApi;

/** The providers in which a person signs in, by their key below `auth.providers`. */
export const signInProviders: ReadonlyMap<string, ApiRef<SignInApi>> = new Map<
  string,
  ApiRef<SignInApi>
>([
  ['atlassian', atlassianAuthApiRef],
  ['bitbucket', bitbucketAuthApiRef],
  ['github', githubAuthApiRef],
  ['gitlab', gitlabAuthApiRef],
  ['google', googleAuthApiRef],
  ['microsoft', microsoftAuthApiRef],
  ['oidc', oidcAuthApiRef],
  ['okta', oktaAuthApiRef],
  ['onelogin', oneloginAuthApiRef],
  ['openshift', openshiftAuthApiRef],
]);
